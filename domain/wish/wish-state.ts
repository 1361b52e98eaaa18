/** The machine of a wish (微心愿). An event that a state does not list is refused, and nothing is written. */
export const WISH_STATES = [
  'review',
  'returned',
  'published',
  'claimed',
  'underway',
  'done',
  'confirmed',
  'withdrawn',
  'ended',
] as const;
export type WishState = (typeof WISH_STATES)[number];

/**
 * giveBack: the claimant cannot do it · lapse: nothing was heard for a week · contact: the first look at whom to ring · close: two
 * people of the office stand in for a beneficiary.
 */
export const WISH_EVENTS = [
  'release',
  'return',
  'resend',
  'claim',
  'giveBack',
  'lapse',
  'contact',
  'fulfil',
  'confirm',
  'notReceived',
  'close',
  'withdraw',
  'end',
] as const;
export type WishEvent = (typeof WISH_EVENTS)[number];

type Row = Partial<Record<WishEvent, WishState>>;

/** Until somebody's wish is met, whoever made it may take it back, and the community may end it. */
const OPEN: Row = { withdraw: 'withdrawn', end: 'ended' };
const IN_HAND: Row = {
  ...OPEN,
  giveBack: 'published',
  lapse: 'published',
  contact: 'underway',
  fulfil: 'done',
};

const TRANSITIONS: Readonly<Record<WishState, Row>> = {
  review: { ...OPEN, release: 'published', return: 'returned' },
  returned: { ...OPEN, resend: 'review' },
  published: { ...OPEN, claim: 'claimed' },
  claimed: IN_HAND,
  underway: IN_HAND,
  done: { ...OPEN, contact: 'done', confirm: 'confirmed', notReceived: 'underway', close: 'confirmed' },
  confirmed: {},
  withdrawn: {},
  ended: {},
};

/** The state after an event; undefined where it is refused. */
export function nextWishState(state: WishState, event: WishEvent): WishState | undefined {
  return TRANSITIONS[state][event];
}

/** What people read; claimants, makers and staff read the same words. */
export const WISH_STATE_WORDS: Readonly<Record<WishState, string>> = {
  review: '待审',
  returned: '退回',
  published: '公开',
  claimed: '已认领',
  underway: '进行中',
  done: '待确认',
  confirmed: '已圆梦',
  withdrawn: '撤回',
  ended: '终止',
};

const PUBLIC_STATES: readonly WishState[] = ['published', 'claimed', 'underway', 'done', 'confirmed'];

/** True where everybody may read the released words of the wish. */
export function isPublicWish(state: WishState): boolean {
  return PUBLIC_STATES.includes(state);
}

/** True while a volunteer has it in hand. */
export function isInHand(state: WishState): boolean {
  return state === 'claimed' || state === 'underway' || state === 'done';
}

export function isClosedWish(state: WishState): boolean {
  return state === 'confirmed' || state === 'withdrawn' || state === 'ended';
}
