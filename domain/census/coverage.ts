/**
 * The headline numbers of any scope (imports.md §8). One function counts doors, one adds scopes, so that a building, a
 * grid and the street show the same figures as a recount of their records.
 */
import type { DoorCounts } from './door';
import type { DoorState } from './codes';

/** What counting needs to know of one door. */
export interface CountedDoor {
  readonly roomKind: number;
  readonly state: DoorState;
  /** Accepted households behind it. */
  readonly households: number;
  /** Forms waiting for confirmation. */
  readonly waiting: number;
}

/** 住宅, 集体宿舍, 平房. */
const DWELLINGS: readonly number[] = [1, 5, 7];
const OUTSIDE: readonly DoorState[] = ['notExist', 'business'];

export const NO_DOORS: DoorCounts = { due: 0, done: 0, waiting: 0, vacant: 0, left: 0 };

/** True for a door that must be accounted for. */
export function isDue({ roomKind, state }: Pick<CountedDoor, 'roomKind' | 'state'>): boolean {
  return DWELLINGS.includes(roomKind) && !OUTSIDE.includes(state);
}

/** 已采: an accepted household, or vacant by verification. A waiting form does not count. */
function isDone({ state, households }: Pick<CountedDoor, 'state' | 'households'>): boolean {
  return households > 0 || state === 'vacant';
}

/** due 应采 · done 已采 · waiting 待确认, of those not yet done · vacant 空置 · left 还差 = due − done. */
export function countDoors(doors: Iterable<CountedDoor>): DoorCounts {
  const counts = { ...NO_DOORS };
  for (const door of doors) {
    if (!isDue(door)) continue;
    counts.due += 1;
    if (door.state === 'vacant' && door.households === 0) counts.vacant += 1;
    if (isDone(door)) counts.done += 1;
    else counts.left += 1;
    if (!isDone(door) && door.waiting > 0) counts.waiting += 1;
  }
  return counts;
}

export function addCounts(all: Iterable<DoorCounts>): DoorCounts {
  const sum = { ...NO_DOORS };
  for (const counts of all) {
    sum.due += counts.due;
    sum.done += counts.done;
    sum.waiting += counts.waiting;
    sum.vacant += counts.vacant;
    sum.left += counts.left;
  }
  return sum;
}

/** Per mille of `due` done, rounded down: 1000 only when nothing is left. A scope without doors has none. */
export function coveragePerMille({ due, done }: Pick<DoorCounts, 'due' | 'done'>): number {
  return due === 0 ? 0 : Math.floor((done * 1000) / due);
}

/** `97.3%`, `100%` */
export function coverageWords(counts: Pick<DoorCounts, 'due' | 'done'>): string {
  return `${coveragePerMille(counts) / 10}%`;
}

/** 已交 on cards and posters: done and waiting together. */
export function handedIn({ done, waiting }: Pick<DoorCounts, 'done' | 'waiting'>): number {
  return done + waiting;
}

/**
 * 还差 as people read it: doors where nobody has answered. What waits is said beside it, for nobody asks there again; the two are
 * the `left` of the counts.
 */
export function unanswered(counts: Pick<DoorCounts, 'due' | 'done' | 'waiting'>): number {
  return Math.max(0, counts.due - handedIn(counts));
}
