import { DOOR_STATES, type DoorState } from '@domain/census/codes';
import { nextDoorState, type DoorEvent } from '@domain/census/door-state';
import { HOUSEHOLD_STATES, type HouseholdState } from '@domain/census/household';
import { nextHouseholdState, type HouseholdEvent } from '@domain/census/household-state';

type Table<State extends string, Event extends string> = Record<Event, Partial<Record<State, State>>>;

const everyDoor = (state: DoorState): Record<DoorState, DoorState> =>
  Object.fromEntries(DOOR_STATES.map((from) => [from, state])) as Record<DoorState, DoorState>;

function without<Key extends string>(
  row: Partial<Record<Key, Key>>,
  ...keys: Key[]
): Partial<Record<Key, Key>> {
  return Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key as Key))) as Partial<
    Record<Key, Key>
  >;
}

/** mission.md §4, turned on its side: for each event, from which state to which. Pairs that are absent are refused. */
const DOORS: Table<DoorState, DoorEvent> = {
  formArrived: without(everyDoor('pending'), 'filled', 'verified'),
  formsGone: { pending: 'vacantGuess' },
  formAccepted: without(everyDoor('filled'), 'verified'),
  vacancyAccepted: without(everyDoor('vacant'), 'verified'),
  lastHouseholdClosed: { filled: 'missing', verified: 'missing' },
  householdApproved: { filled: 'verified' },
  vacancyNoticed: { missing: 'vacantGuess', vacantGuess: 'vacantGuess' },
  vacancyProven: { missing: 'vacant', vacantGuess: 'vacant' },
  refusalNoted: { missing: 'refused' },
  foundInaccessible: { missing: 'inaccessible' },
  confirmedAbsent: without(everyDoor('notExist'), 'filled', 'verified'),
  confirmedBusiness: without(everyDoor('business'), 'filled', 'verified'),
};

const open: Partial<Record<HouseholdState, HouseholdState>> = Object.fromEntries(
  HOUSEHOLD_STATES.filter((state) => state !== 'closed').map((state) => [state, 'closed']),
);

const HOUSEHOLDS: Table<HouseholdState, HouseholdEvent> = {
  reach: { untouched: 'touched', touched: 'touched' },
  startDraft: { untouched: 'draft', touched: 'draft', draft: 'draft' },
  submit: {
    untouched: 'submitted',
    touched: 'submitted',
    draft: 'submitted',
    returned: 'submitted',
    submitted: 'submitted',
  },
  takeIntoReview: { submitted: 'inReview' },
  approve: { inReview: 'approved' },
  return: { inReview: 'returned' },
  reportChange: { approved: 'changing' },
  acceptChange: { changing: 'approved' },
  refuseChange: { changing: 'approved' },
  close: open,
  reopen: { closed: 'approved' },
};

function pairs<State extends string, Event extends string>(
  states: readonly State[],
  table: Table<State, Event>,
) {
  return (Object.keys(table) as Event[]).flatMap((event) =>
    states.map((state) => [state, event, table[event][state]] as const),
  );
}

describe('the machine of a door', () => {
  it.each(pairs(DOOR_STATES, DOORS))('from %s on %s goes to %s', (state, event, next) => {
    expect(nextDoorState(state, event, 'vacantGuess')).toBe(next);
  });
});

describe('the machine of a household', () => {
  it.each(pairs(HOUSEHOLD_STATES, HOUSEHOLDS))('from %s on %s goes to %s', (state, event, next) => {
    expect(nextHouseholdState(state, event, 'approved')).toBe(next);
  });

  it('does not reopen what nobody remembers', () => {
    expect(nextHouseholdState('closed', 'reopen')).toBeUndefined();
  });
});
