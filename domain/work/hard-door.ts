/**
 * Which doors are asked for next, hardest first (先难后易): by what was recorded at the door and nothing else. It ranks knocks in
 * vain, never people, workers or compounds.
 */
import { isDue } from '../census/coverage';
import type { DoorState } from '../census/codes';

/** How many are proposed at once. */
export const HARD_DOORS_MAX = 50;

export interface HardFacts {
  readonly doorId: string;
  readonly routeKey: string;
  /** Visits without an answer. */
  readonly attempts: number;
  /** Refusals said at the door. */
  readonly refusals: number;
  /** Day of the last visit without an answer; empty where nobody has been there. */
  readonly triedOn: string;
}

const OPEN_STATES: readonly DoorState[] = ['missing', 'vacantGuess', 'refused', 'inaccessible'];

/** True for a door that must be accounted for and from which nothing has come: no household, and no form that waits. */
export function isHard(door: {
  readonly roomKind: number;
  readonly state: DoorState;
  readonly households: number;
  readonly waiting: number;
}): boolean {
  return isDue(door) && OPEN_STATES.includes(door.state) && door.households === 0 && door.waiting === 0;
}

/** Most visits in vain first, then most refusals, then the longest without a visit. */
export function compareFacts(left: HardFacts, right: HardFacts): number {
  if (left.attempts !== right.attempts) return right.attempts - left.attempts;
  if (left.refusals !== right.refusals) return right.refusals - left.refusals;
  if (left.triedOn === right.triedOn) return 0;
  return left.triedOn < right.triedOn ? -1 : 1;
}

/** Of one compound: by what was recorded, then as one walks. */
export function compareHardness(left: HardFacts, right: HardFacts): number {
  const facts = compareFacts(left, right);
  if (facts !== 0) return facts;
  const walk = left.routeKey.localeCompare(right.routeKey, 'en');
  return walk === 0 ? left.doorId.localeCompare(right.doorId, 'en') : walk;
}
