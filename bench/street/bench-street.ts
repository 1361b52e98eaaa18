/** Data folders of streets of several sizes: each filled once a run, and copied for whoever changes it. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadStreet } from '../../local/seed/load';
import { openSeedVault } from '../../local/seed/vault';
import { openidOf, seatIdOf } from '../../local/seed/personas';
import { ALL_HOUSEHOLDS, BENCH_DAY, cutCollections, cutStreet, type CutStreet } from './cut';
import { castOf, type Cast, type Seated } from './seats';
import { DATABASE } from '../cloud/places';

export interface BenchStreet extends Cast {
  readonly cut: CutStreet;
  readonly rootKey: string;
  readonly households: number;
  readonly people: number;
  /** Staff of the seeded street, `ADM`. */
  staff(key: string): Seated;
  /** A new data folder with this street in it. */
  open(): OpenedStreet;
}

export interface OpenedStreet {
  readonly home: string;
  readonly rootKey: string;
  /** Workers' next untouched doors of this folder, `count` or a few more; throws when there are none left. */
  takeDoors(count: number): Cast['shifts'];
}

const UNTOUCHED_LEAST = 1_500;

/** Everything below one temporary folder, which goes at the end. */
export class Streets {
  private readonly folder = mkdtempSync(join(tmpdir(), 'wanjia-bench-'));
  private readonly filled = new Map<number, Promise<BenchStreet>>();
  private homes = 0;

  constructor(private readonly remark: (text: string) => void) {}

  /** The street with so many households, with the same doors and people on every run. */
  of(households: number): Promise<BenchStreet> {
    const known = this.filled.get(households);
    if (known !== undefined) return known;
    const filling = this.fill(households);
    this.filled.set(households, filling);
    return filling;
  }

  /** An empty folder below the run's own. */
  newFolder(): string {
    this.homes += 1;
    const folder = join(this.folder, String(this.homes));
    mkdirSync(folder, { mode: 0o700 });
    return folder;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async fill(households: number): Promise<BenchStreet> {
    const startedAt = performance.now();
    const home = this.newFolder();
    const rootKey = randomBytes(32).toString('base64url');
    const vault = openSeedVault(rootKey, BENCH_DAY);
    const untouched = households === ALL_HOUSEHOLDS ? 0 : UNTOUCHED_LEAST;
    const cut = cutStreet({ households, untouched });
    const cast = castOf(cut.units, vault.keyring);
    const street = {
      ...cut.whole,
      identities: [...cut.whole.identities, ...cast.identities],
      *collections() {
        for (const [name, documents] of cutCollections(cut, vault)) {
          yield [name, name === 'assignments' ? [...documents, ...cast.seats] : documents] as const;
        }
      },
    };
    const counts = await loadStreet(street, { home, database: DATABASE, vault });
    const homes = cut.units.flatMap(({ doors }) => doors.map(({ fate }) => fate));
    const people = homes.reduce((sum, fate) => sum + (fate.kind === 'home' ? fate.size : 0), 0);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    this.remark(
      `street of ${counts['households'] ?? 0} households, ${people} people, ${homes.length} doors, ` +
        `${cut.plan.compounds.length} compounds, ${cast.shifts.length} workers, filled in ${seconds} s`,
    );
    return {
      ...cast,
      cut,
      rootKey,
      households,
      people,
      staff: (key) => ({ openid: openidOf(key), seatId: seatIdOf(cut.whole.plan, key) }),
      open: () => this.copyOf(home, { rootKey, shifts: cast.shifts }),
    };
  }

  private copyOf(
    home: string,
    { rootKey, shifts }: { readonly rootKey: string; readonly shifts: Cast['shifts'] },
  ): OpenedStreet {
    const copy = this.newFolder();
    for (const file of ['data.sqlite', 'identities.json']) copyFileSync(join(home, file), join(copy, file));
    const waiting = [...shifts];
    return { home: copy, rootKey, takeDoors: (count) => take(waiting, count) };
  }
}

/** Whole shifts with at least `count` doors. */
function take(waiting: Cast['shifts'][number][], count: number): Cast['shifts'] {
  const taken: Cast['shifts'][number][] = [];
  for (let doors = 0; doors < count;) {
    const shift = waiting.shift();
    if (shift === undefined) throw new Error('the street has no untouched doors left');
    taken.push(shift);
    doors += shift.length;
  }
  return taken;
}
