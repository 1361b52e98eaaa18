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

describe('give up a thing', () => {
  it('is for who reserved it, in the version that was seen', async () => {
    const free = await shown(street, '台灯');
    const held = await reserved(street);
    const [own, other] = [await taker(street), await atHome(street, 'landlord D')];
    for (const input of [which(free), { giftId: 'nothing', version: 1 }]) {
      await expectStandstill(street, () => own.gift.giveUp(input), refused('NOT_FOUND'));
    }
    await expectStandstill(street, () => other.gift.giveUp(which(held)), refused('NOT_FOUND'));
    await expectStandstill(street, () => desk(street).giveUp(which(held)), refused('FORBIDDEN'));
    const stale = { ...which(held), version: 1 };
    await expectStandstill(
      street,
      () => own.gift.giveUp(stale),
      refused('STALE_VERSION', { version: held.version }),
    );
  });

  it('puts it on the shelf where it stood, with the hands free, wherever it lies', async () => {
    const held = await stored(street);
    const own = await taker(street);

    expect(await own.gift.giveUp(which(held))).toEqual(
      accepted({ state: 'shown', version: held.version + 1 }),
    );

    const free = await giftStored(street, held._id);
    expect(free).toMatchObject({ takenBy: '', desk: 'stored', shownAt: held.shownAt, step: 'expire' });
    expect(free).not.toHaveProperty('sealedCode');
    expect(await street.count('giftHolds')).toBe(0);
    expect(await toldOfGifts(street, 'resident A')).toContain('要的人不要了，又放回架上，先不用送。');
  });
});
