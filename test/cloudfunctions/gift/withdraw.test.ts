import { desk, giftStored, giver, stored, taker, toldOfGifts, which } from '../fixture/gifts';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('take a thing back', () => {
  it('is for its giver, in the version that was seen, and not once it was handed over', async () => {
    const held = await stored(street);
    const [own, other] = [await giver(street), await taker(street)];
    await expectStandstill(
      street,
      () => own.gift.withdraw({ giftId: 'nothing', version: 1 }),
      refused('NOT_FOUND'),
    );
    await expectStandstill(street, () => other.gift.withdraw(which(held)), refused('NOT_FOUND'));
    await expectStandstill(street, () => desk(street).withdraw(which(held)), refused('FORBIDDEN'));
    await expectStandstill(
      street,
      () => own.gift.withdraw({ ...which(held), version: 1 }),
      refused('STALE_VERSION', { version: held.version }),
    );
    dataOf(await desk(street).handOver(which(held)));
    const handed = await giftStored(street, held._id);
    const words = expect.stringContaining('送出去了') as string;
    await expectStandstill(
      street,
      () => own.gift.withdraw(which(handed)),
      refused('WRONG_STATE', { state: 'handed', sentence: words }),
    );
  });

  it('tells who reserved it, hides its words and says where it lies', async () => {
    const held = await stored(street);
    const own = await giver(street);

    expect(await own.gift.withdraw(which(held))).toEqual(
      accepted({ state: 'withdrawn', version: held.version + 1 }),
    );

    expect(await giftStored(street, held._id)).toMatchObject({
      title: '',
      words: '',
      desk: 'back',
      step: 'erase',
    });
    expect(await street.all('contents', { kind: 'gift' })).toMatchObject([{ state: 'hidden' }]);
    expect(await street.count('giftHolds')).toBe(0);
    expect(await toldOfGifts(street, 'tenant C')).toContain('送的人收回了，不用来取了。');
    expect(await toldOfGifts(street, 'resident A')).toContain('收回了。东西在社区服务台，有空取回。');
  });
});
