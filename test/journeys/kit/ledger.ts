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

/** What is measured costs what its table says, and costs and examines no more in a street ten times larger. */
export async function expectFlat(
  street: TestStreet,
  budgets: Readonly<Record<string, number>>,
  measured: () => Promise<Ledger>,
): Promise<void> {
  const small = await measured();
  expect(small.prices()).toEqual(budgets);
  await street.reset();
  await makeTenTimesLarger(street, street.door('苹果花园 3-2-502').streetId);

  const large = await measured();

  expect(large.prices()).toEqual(budgets);
  expect(large.examined()).toEqual(small.examined());
}
