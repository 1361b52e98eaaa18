import {
  atHome,
  desk,
  giftStored,
  reserved,
  shown,
  stored,
  taker,
  toldOfGifts,
  which,
} from '../fixture/gifts';
import { expectStandstill } from '../fixture/standstill';
import { accepted, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const received = { word: 'received' } as const;
const notWanted = { word: 'notWanted' } as const;

describe('a word of who reserved a thing', () => {
  it('is for who reserved it, in the version that was seen', async () => {
    const free = await shown(street, '台灯');
    const held = await reserved(street);
    const [own, other] = [await taker(street), await atHome(street, 'landlord D')];
    for (const input of [which(free), { giftId: 'nothing', version: 1 }]) {
      await expectStandstill(
        street,
        () => own.gift.confirm({ ...input, ...notWanted }),
        refused('NOT_FOUND'),
      );
    }
    const input = { ...which(held), ...received };
    await expectStandstill(street, () => other.gift.confirm(input), refused('NOT_FOUND'));
    await expectStandstill(street, () => desk(street).confirm(input), refused('FORBIDDEN'));
    const sentence = '东西还没存到服务台';
    await expectStandstill(
      street,
      () => own.gift.confirm(input),
      refused('WRONG_STATE', { state: 'reserved', sentence }),
    );
    const stale = { ...input, version: 1 };
    await expectStandstill(
      street,
      () => own.gift.confirm(stale),
      refused('STALE_VERSION', { version: held.version }),
    );
  });

  it('says that it was fetched: it is over, and both are told', async () => {
    const held = await stored(street);
    const own = await taker(street);

    expect(await own.gift.confirm({ ...which(held), ...received })).toEqual(
      accepted({ state: 'handed', version: held.version + 1 }),
    );

    expect(await giftStored(street, held._id)).toMatchObject({ isStored: false, desk: '', title: '' });
    expect(await street.count('giftHolds')).toBe(0);
    expect(await toldOfGifts(street, 'resident A')).toContain('已经领走了，谢谢您。');
  });

  it('puts it on the shelf where it stood, with the hands free, wherever it lies', async () => {
    const held = await stored(street);
    const own = await taker(street);

    expect(await own.gift.confirm({ ...which(held), ...notWanted })).toEqual(
      accepted({ state: 'shown', version: held.version + 1 }),
    );

    const free = await giftStored(street, held._id);
    expect(free).toMatchObject({ takenBy: '', desk: 'stored', shownAt: held.shownAt, step: 'expire' });
    expect(free).not.toHaveProperty('sealedCode');
    expect(await street.count('giftHolds')).toBe(0);
    expect(await toldOfGifts(street, 'resident A')).toContain('要的人不要了，又放回架上，先不用送。');
  });
});
