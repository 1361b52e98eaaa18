import {
  isClosedWish,
  isInHand,
  isPublicWish,
  nextWishState,
  WISH_EVENTS,
  WISH_STATES,
  type WishEvent,
  type WishState,
} from '@domain/wish/wish-state';

/** The table of mission.md §4, written down a second time: state, event, state after. */
const ALLOWED: readonly (readonly [WishState, WishEvent, WishState])[] = [
  ['review', 'release', 'published'],
  ['review', 'return', 'returned'],
  ['returned', 'resend', 'review'],
  ['published', 'claim', 'claimed'],
  ['claimed', 'giveBack', 'published'],
  ['claimed', 'lapse', 'published'],
  ['claimed', 'contact', 'underway'],
  ['claimed', 'fulfil', 'done'],
  ['underway', 'giveBack', 'published'],
  ['underway', 'lapse', 'published'],
  ['underway', 'contact', 'underway'],
  ['underway', 'fulfil', 'done'],
  ['done', 'contact', 'done'],
  ['done', 'confirm', 'confirmed'],
  ['done', 'notReceived', 'underway'],
  ['done', 'close', 'confirmed'],
  ...(['review', 'returned', 'published', 'claimed', 'underway', 'done'] as const).flatMap((state) => [
    [state, 'withdraw', 'withdrawn'] as const,
    [state, 'end', 'ended'] as const,
  ]),
];

describe('a wish', () => {
  it.each(WISH_STATES.flatMap((state) => WISH_EVENTS.map((event) => [state, event] as const)))(
    'that is %s answers %s as the table says, and refuses it where the table is silent',
    (state, event) => {
      const row = ALLOWED.find(([from, by]) => from === state && by === event);

      expect(nextWishState(state, event)).toBe(row?.[2]);
    },
  );

  it('goes the whole way of the journey', () => {
    const way: WishEvent[] = ['release', 'claim', 'contact', 'fulfil', 'confirm'];

    const states = way.reduce<WishState[]>(
      (passed, event) => [...passed, nextWishState(passed.at(-1) ?? 'review', event) ?? 'ended'],
      ['review'],
    );

    expect(states).toEqual(['review', 'published', 'claimed', 'underway', 'done', 'confirmed']);
  });

  it('is public only between its release and an end that took it away', () => {
    expect(WISH_STATES.filter(isPublicWish)).toEqual([
      'published',
      'claimed',
      'underway',
      'done',
      'confirmed',
    ]);
    expect(WISH_STATES.filter(isInHand)).toEqual(['claimed', 'underway', 'done']);
    expect(WISH_STATES.filter(isClosedWish)).toEqual(['confirmed', 'withdrawn', 'ended']);
  });
});
