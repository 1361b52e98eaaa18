/** The machine of a thing on the give-away shelf (微捐赠). An event that a state does not list is refused, and nothing is written. */
export const GIFT_STATES = [
  'review',
  'returned',
  'shown',
  'reserved',
  'handed',
  'withdrawn',
  'ended',
  'expired',
] as const;
export type GiftState = (typeof GIFT_STATES)[number];

/**
 * giveUp: who reserved it does not want it any more · receive: or says to have fetched it · lapse: nobody brought or fetched it in
 * time · takeIn: its giver brought it to the community's desk · handOver: the desk gave it to whoever it is for, and to its giver once it is over.
 */
export const GIFT_EVENTS = [
  'release',
  'return',
  'resend',
  'request',
  'giveUp',
  'receive',
  'lapse',
  'takeIn',
  'handOver',
  'withdraw',
  'end',
  'expire',
] as const;
export type GiftEvent = (typeof GIFT_EVENTS)[number];

type Row = Partial<Record<GiftEvent, GiftState>>;

/** Until it is handed over, its giver may take it back, and the community may end it. */
const OPEN: Row = { withdraw: 'withdrawn', end: 'ended' };

const TRANSITIONS: Readonly<Record<GiftState, Row>> = {
  review: { ...OPEN, release: 'shown', return: 'returned' },
  returned: { ...OPEN, resend: 'review', expire: 'expired' },
  shown: { ...OPEN, request: 'reserved', expire: 'expired' },
  reserved: {
    ...OPEN,
    giveUp: 'shown',
    receive: 'handed',
    lapse: 'shown',
    takeIn: 'reserved',
    handOver: 'handed',
  },
  handed: {},
  withdrawn: { handOver: 'withdrawn' },
  ended: { handOver: 'ended' },
  expired: { handOver: 'expired' },
};

/** The state after an event; undefined where it is refused. */
export function nextGiftState(state: GiftState, event: GiftEvent): GiftState | undefined {
  return TRANSITIONS[state][event];
}

/** What people read; giver, taker and desk read the same words. */
export const GIFT_STATE_WORDS: Readonly<Record<GiftState, string>> = {
  review: '社区在看',
  returned: '请改一改',
  shown: '在架上',
  reserved: '有人要了',
  handed: '送出去了',
  withdrawn: '收回了',
  ended: '社区撤下了',
  expired: '到期下架',
};

/** True where everybody may read its released words. */
export function isPublicGift(state: GiftState): boolean {
  return state === 'shown' || state === 'reserved';
}

export function isClosedGift(state: GiftState): boolean {
  return state === 'handed' || state === 'withdrawn' || state === 'ended' || state === 'expired';
}

/** Why a thing stands on the desk's list: to be looked at, to be brought, to be fetched, stored for who comes, to go back to its giver. */
export const GIFT_DESKS = ['review', 'awaited', 'ready', 'stored', 'back'] as const;
export type GiftDesk = (typeof GIFT_DESKS)[number] | '';

/** `isStored`: it lies at the community's desk. */
export function deskOf(state: GiftState, isStored: boolean): GiftDesk {
  if (state === 'review') return 'review';
  if (state === 'reserved') return isStored ? 'ready' : 'awaited';
  if (!isStored) return '';
  return isClosedGift(state) ? 'back' : 'stored';
}
