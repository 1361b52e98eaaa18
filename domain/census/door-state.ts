/** The machine of a door (mission.md §4). An event that a state does not list is refused. */
import type { DoorState } from './codes';

export type DoorEvent =
  /** A form from somebody not bound to the door. */
  | 'formArrived'
  /** No form waits any more: the last one was rejected or ran out. The door is again what it was. */
  | 'formsGone'
  /** A form from the bound household, or a waiting one confirmed. */
  | 'formAccepted'
  /** A form of the owner, or the correction of the only household, says that nobody lives there. */
  | 'vacancyAccepted'
  | 'lastHouseholdClosed'
  | 'householdApproved'
  /** One sign of vacancy. */
  | 'vacancyNoticed'
  /** Two signs, or the owner's word, dated. */
  | 'vacancyProven'
  | 'refusalNoted'
  /** Decided after three attempts. */
  | 'foundInaccessible'
  | 'confirmedAbsent'
  | 'confirmedBusiness';

type Row = Partial<Record<DoorEvent, DoorState | 'former'>>;

/** Nobody is behind these: a form opens them, and they may turn out not to be homes at all. */
const OPEN: Row = {
  formArrived: 'pending',
  formAccepted: 'filled',
  vacancyAccepted: 'vacant',
  confirmedAbsent: 'notExist',
  confirmedBusiness: 'business',
};

/**
 * A stranger's form at a filled or verified door becomes a comparison and changes no state; both have a household behind
 * them, so they cannot be declared absent or a business.
 */
const DOOR_TRANSITIONS: Readonly<Record<DoorState, Row>> = {
  missing: {
    ...OPEN,
    vacancyNoticed: 'vacantGuess',
    vacancyProven: 'vacant',
    refusalNoted: 'refused',
    foundInaccessible: 'inaccessible',
  },
  pending: { ...OPEN, formsGone: 'former' },
  filled: {
    formAccepted: 'filled',
    vacancyAccepted: 'vacant',
    lastHouseholdClosed: 'missing',
    householdApproved: 'verified',
  },
  verified: { lastHouseholdClosed: 'missing' },
  vacantGuess: { ...OPEN, vacancyNoticed: 'vacantGuess', vacancyProven: 'vacant' },
  vacant: OPEN,
  refused: OPEN,
  inaccessible: OPEN,
  notExist: OPEN,
  business: OPEN,
};

/**
 * The state after an event, undefined where the event is refused. `former` is the state in which the waiting form found
 * the door; only `formsGone` asks for it.
 */
export function nextDoorState(
  state: DoorState,
  event: DoorEvent,
  former: DoorState = 'missing',
): DoorState | undefined {
  const next = DOOR_TRANSITIONS[state][event];
  return next === 'former' ? former : next;
}

/** A door as its building head sees it: a refusal is nobody's business in the stairwell and reads as not filled (D51). */
export function seenByHead(state: DoorState): DoorState {
  return state === 'refused' ? 'missing' : state;
}
