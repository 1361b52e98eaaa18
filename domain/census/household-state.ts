/** The machine of a household on its way through a campaign (mission.md §4). An event a state does not list is refused. */
import type { HouseholdState } from './household';

export type HouseholdEvent =
  /** Sheet posted or visit recorded; opening a code changes nothing. */
  | 'reach'
  | 'startDraft'
  | 'submit'
  | 'takeIntoReview'
  | 'approve'
  | 'return'
  | 'reportChange'
  | 'acceptChange'
  | 'refuseChange'
  /** All moved out, died, or merged into another household. */
  | 'close'
  /** Undo of a merge: the household is again what it was. */
  | 'reopen';

type Row = Partial<Record<HouseholdEvent, HouseholdState | 'former'>>;

const HOUSEHOLD_TRANSITIONS: Readonly<Record<HouseholdState, Row>> = {
  untouched: { reach: 'touched', startDraft: 'draft', submit: 'submitted', close: 'closed' },
  touched: { reach: 'touched', startDraft: 'draft', submit: 'submitted', close: 'closed' },
  draft: { startDraft: 'draft', submit: 'submitted', close: 'closed' },
  submitted: { submit: 'submitted', takeIntoReview: 'inReview', close: 'closed' },
  inReview: { approve: 'approved', return: 'returned', close: 'closed' },
  returned: { submit: 'submitted', close: 'closed' },
  approved: { reportChange: 'changing', close: 'closed' },
  changing: { acceptChange: 'approved', refuseChange: 'approved', close: 'closed' },
  closed: { reopen: 'former' },
};

/** The state after an event, undefined where it is refused. `former` is the state before closing; only `reopen` asks for it. */
export function nextHouseholdState(
  state: HouseholdState,
  event: HouseholdEvent,
  former?: HouseholdState,
): HouseholdState | undefined {
  const next = HOUSEHOLD_TRANSITIONS[state][event];
  return next === 'former' ? former : next;
}
