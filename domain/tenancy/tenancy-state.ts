/** The machine of a declared tenancy. An event a state does not list is refused; nobody is removed by any of them but by a worker. */
export const TENANCY_STATES = [
  'unnamed',
  'asked',
  'confirmed',
  'disputed',
  'reportedOut',
  'overdue',
  'refused',
  'ended',
] as const;
export type TenancyState = (typeof TENANCY_STATES)[number];

/** What a landlord may say; there is no word that removes anybody. */
export const LANDLORD_ANSWERS = ['yes', 'no', 'movedOut'] as const;
export type LandlordAnswer = (typeof LANDLORD_ANSWERS)[number];

/** What a worker settles. ask: another landlord is named, or the same one asked again. */
export const TENANCY_VERDICTS = ['confirm', 'refuse', 'movedOut', 'ask'] as const;
export type TenancyVerdict = (typeof TENANCY_VERDICTS)[number];

export type TenancyEvent = LandlordAnswer | 'silence' | `settle.${TenancyVerdict}` | 'end';

type Row = Partial<Record<TenancyEvent, TenancyState>>;

const SETTLED_BY_WORKER: Row = {
  'settle.confirm': 'confirmed',
  'settle.refuse': 'refused',
  'settle.movedOut': 'ended',
  'settle.ask': 'asked',
  end: 'ended',
};
const ANSWERED_BY_LANDLORD: Row = { yes: 'confirmed', no: 'disputed', movedOut: 'reportedOut' };

const TRANSITIONS: Readonly<Record<TenancyState, Row>> = {
  // A landlord who registers after being named answers as one who was registered before.
  unnamed: { ...SETTLED_BY_WORKER, ...ANSWERED_BY_LANDLORD },
  asked: { ...SETTLED_BY_WORKER, ...ANSWERED_BY_LANDLORD, silence: 'overdue' },
  // A late word is still a word.
  overdue: { ...SETTLED_BY_WORKER, ...ANSWERED_BY_LANDLORD },
  disputed: SETTLED_BY_WORKER,
  reportedOut: SETTLED_BY_WORKER,
  confirmed: { movedOut: 'reportedOut', 'settle.movedOut': 'ended', end: 'ended' },
  refused: { 'settle.confirm': 'confirmed', 'settle.ask': 'asked', 'settle.movedOut': 'ended', end: 'ended' },
  ended: {},
};

/** The state after an event; undefined where it is refused. */
export function nextTenancyState(state: TenancyState, event: TenancyEvent): TenancyState | undefined {
  return TRANSITIONS[state][event];
}

/** A tenancy stands by the landlord's yes or, without it, by what a worker found. */
export function isSettledByWorker(state: TenancyState, word: LandlordAnswer | undefined): boolean {
  return state === 'confirmed' && word !== 'yes';
}

/** Counted like everybody, and flagged until landlord or worker has said yes. */
export function isUnconfirmedTenancy(state: TenancyState): boolean {
  return state !== 'confirmed' && state !== 'ended';
}
