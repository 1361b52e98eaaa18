import type { Reply } from '@domain/kernel/contract';
import { makeTenTimesLarger } from '../../cloudfunctions/fixture/enlarged';
import { dataOf, type TestStreet } from '../../cloudfunctions/fixture/street';

interface Cost {
  readonly price: number;
  readonly examined: number;
}

/** Carries out acts by their names. */
export interface Acting {
  of(name: string, call: () => Promise<Reply<unknown>>): Promise<void>;
}

/** The acts as they are, uncounted: what they touch is warm afterwards. */
export const REHEARSAL: Acting = {
  of: async (_name, call) => void dataOf(await call()),
};

/** What named acts cost, on warm functions. */
export class Ledger implements Acting {
  constructor(private readonly street: TestStreet) {}

  readonly costs = new Map<string, Cost>();

  async of(name: string, call: () => Promise<Reply<unknown>>): Promise<void> {
    dataOf(await call());
    const { coldStart, reads, writes, storage, scanned } = await this.street.meter();
    if (coldStart) throw new Error(`${name} met a cold function`);
    const price = 1 + reads + writes + storage.puts + storage.gets + storage.deletes;
    this.costs.set(name, { price, examined: scanned });
  }

  prices(): Record<string, number> {
    return Object.fromEntries([...this.costs].map(([name, { price }]) => [name, price]));
  }

  examined(): Record<string, number> {
    return Object.fromEntries([...this.costs].map(([name, { examined }]) => [name, examined]));
  }
}

/** What is laid once and ten times over, and what is done there. */
export interface Proof {
  readonly budgets: Readonly<Record<string, number>>;
  /** Lays so many times what the acts could come upon; without it the whole street is there so many times. */
  readonly lay?: (times: number) => Promise<void>;
  /** Each begins with what was laid, and nothing of the others. */
  readonly rounds: readonly ((ledger: Ledger) => Promise<void>)[];
}

/** What is done costs what its table says, and costs and examines no more where there is ten times as much. */
export async function expectFlat(street: TestStreet, { budgets, lay, rounds }: Proof): Promise<void> {
  const largerStreet = async (times: number): Promise<void> => {
    if (times > 1) await makeTenTimesLarger(street, street.door('苹果花园 3-2-502').streetId);
  };
  const examined: Record<string, number>[] = [];
  for (const times of [1, 10]) {
    const ledger = new Ledger(street);
    await street.reset();
    await (lay ?? largerStreet)(times);
    await street.keep();
    for (const round of rounds) {
      await street.resume();
      // Calls that a function has counted in advance for another test would be missing here.
      await street.forget();
      await round(ledger);
    }
    expect(ledger.prices()).toEqual(budgets);
    examined.push(ledger.examined());
  }
  expect(examined[1]).toEqual(examined[0]);
}
