/**
 * Whether two records are of one person, and what follows. A person is one record with two links: the home, and the door of
 * household registration; counted once among residents and once in the statistics of registration.
 */
import type { AgeBand, GenderCode } from '../census/codes';

/** What a record says of a person. Keys are keyed digests and are never shown; absent is not known. */
export interface PersonTraits {
  readonly name: string;
  readonly gender: GenderCode;
  readonly ageBand: AgeBand;
  /** Every number under which the person's household can be reached. */
  readonly phoneKeys: readonly string[];
  readonly idKey?: string;
  readonly idLast4?: string;
}

const UNSAID: GenderCode = 9;

/**
 * A whole identity number decides alone. Otherwise name, sex and age (a year of birth is not collected, its band is) and either
 * a common phone or the same last four of the number; last four that differ tell two people apart.
 */
export function isSamePerson(left: PersonTraits, right: PersonTraits): boolean {
  if (left.idKey !== undefined && right.idKey !== undefined) return left.idKey === right.idKey;
  const bothTell = left.idLast4 !== undefined && right.idLast4 !== undefined;
  if (bothTell && left.idLast4 !== right.idLast4) return false;
  if (!isAlike(left, right)) return false;
  return bothTell || left.phoneKeys.some((key) => right.phoneKeys.includes(key));
}

function isAlike(left: PersonTraits, right: PersonTraits): boolean {
  const sexFits = left.gender === right.gender || left.gender === UNSAID || right.gender === UNSAID;
  return left.name !== '' && left.name === right.name && left.ageBand === right.ageBand && sexFits;
}

/** The two facts of a record about its person. */
export interface Links {
  readonly livesHere: boolean;
  readonly hukouHere: boolean;
}

/** twoLinks: one lives there and is registered here, which is how it should be · duplicate: something is counted twice. */
export function linksTogether(left: Links, right: Links): 'twoLinks' | 'duplicate' {
  const isCountedTwice = (left.livesHere && right.livesHere) || (left.hukouHere && right.hukouHere);
  return isCountedTwice ? 'duplicate' : 'twoLinks';
}

/** What is left of a record once the other one stands: undefined where it says nothing more. */
export function remainingLinks(dropped: Links, kept: Links): Links | undefined {
  const livesHere = dropped.livesHere && !kept.livesHere;
  const hukouHere = dropped.hukouHere && !kept.hukouHere;
  return livesHere || hukouHere ? { livesHere, hukouHere } : undefined;
}

export const DUPLICATE_STATES = ['open', 'merged', 'different', 'void'] as const;
export type DuplicateState = (typeof DUPLICATE_STATES)[number];

export const DUPLICATE_VERDICTS = ['merge', 'different', 'undo'] as const;
export type DuplicateVerdict = (typeof DUPLICATE_VERDICTS)[number];

const AFTER: Readonly<Record<DuplicateState, Partial<Record<DuplicateVerdict, DuplicateState>>>> = {
  open: { merge: 'merged', different: 'different' },
  merged: { undo: 'open' },
  different: { undo: 'open' },
  // The records have been corrected: nothing is alike any more.
  void: {},
};

/** The state after a verdict; undefined where it is refused. */
export function nextDuplicateState(
  state: DuplicateState,
  verdict: DuplicateVerdict,
): DuplicateState | undefined {
  return AFTER[state][verdict];
}
