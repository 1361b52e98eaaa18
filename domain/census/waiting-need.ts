/**
 * What a form that waits needs beyond the one touch that confirms a unit: one rule for the wall, the list of what waits and the
 * door's page.
 */
import type { DoorState } from './codes';

export type WaitingNeed =
  /** Somebody filled it in for the household, which is asked itself. */
  | 'inPerson'
  /** It stands beside another answer of the door. */
  | 'compare'
  /** A person looks at it. */
  | 'look';

interface WaitingFacts {
  readonly inPerson?: boolean | undefined;
  readonly beside?: boolean | undefined;
  readonly flagged: boolean;
}

/** The most particular one; undefined where it is confirmed with the others of its unit. */
export function needOf({ inPerson = false, beside = false, flagged }: WaitingFacts): WaitingNeed | undefined {
  if (inPerson) return 'inPerson';
  if (beside) return 'compare';
  return flagged ? 'look' : undefined;
}

/** True where what waits at a door does not stand alone: two wait, or somebody has answered before. */
export function standsBeside({ state, waiting }: { state: DoorState; waiting: number }): boolean {
  return waiting > 1 || (waiting > 0 && state !== 'pending');
}
