import {
  deskOf,
  GIFT_EVENTS,
  GIFT_STATES,
  isClosedGift,
  isPublicGift,
  nextGiftState,
  type GiftEvent,
  type GiftState,
} from '@domain/gift/gift-state';
import { namesPrice } from '@domain/gift/gift';

/** The table written down a second time: state, event, state after. */
const ALLOWED: readonly (readonly [GiftState, GiftEvent, GiftState])[] = [
  ['review', 'release', 'shown'],
  ['review', 'return', 'returned'],
  ['returned', 'resend', 'review'],
  ['returned', 'expire', 'expired'],
  ['shown', 'request', 'reserved'],
  ['shown', 'expire', 'expired'],
  ['reserved', 'giveUp', 'shown'],
  ['reserved', 'receive', 'handed'],
  ['reserved', 'lapse', 'shown'],
  ['reserved', 'takeIn', 'reserved'],
  ['reserved', 'handOver', 'handed'],
  ...(['withdrawn', 'ended', 'expired'] as const).map((state) => [state, 'handOver', state] as const),
  ...(['review', 'returned', 'shown', 'reserved'] as const).flatMap((state) => [
    [state, 'withdraw', 'withdrawn'] as const,
    [state, 'end', 'ended'] as const,
  ]),
];

describe('a thing on the shelf', () => {
  it.each(GIFT_STATES)('that is %s answers what the table says, and refuses where it is silent', (state) => {
    const answers = GIFT_EVENTS.map((event) => nextGiftState(state, event));

    expect(answers).toEqual(
      GIFT_EVENTS.map((event) => ALLOWED.find(([from, by]) => from === state && by === event)?.[2]),
    );
  });

  it('is public on the shelf and while somebody has reserved it', () => {
    expect(GIFT_STATES.filter(isPublicGift)).toEqual(['shown', 'reserved']);
    expect(GIFT_STATES.filter(isClosedGift)).toEqual(['handed', 'withdrawn', 'ended', 'expired']);
  });

  it('stands on the desk’s list by where it is and where it lies', () => {
    expect(GIFT_STATES.map((state) => deskOf(state, false))).toEqual([
      ...['review', '', '', 'awaited', '', '', '', ''],
    ]);
    expect((['shown', 'reserved', 'withdrawn'] as const).map((state) => deskOf(state, true))).toEqual([
      ...['stored', 'ready', 'back'],
    ]);
  });
});

describe('words of the shelf', () => {
  it.each(['20元拿走', '原价 1 0 0', '五十块钱', '可以用积分换', '低价转让', '¥5', '微信转账'])(
    '%s names a price',
    (text) => {
      expect(namesPrice(text)).toBe(true);
    },
  );

  it.each(['八成新的电饭煲', '一块案板', '一共两件，自己来取', '孩子大了用不上'])('%s names none', (text) => {
    expect(namesPrice(text)).toBe(false);
  });
});
