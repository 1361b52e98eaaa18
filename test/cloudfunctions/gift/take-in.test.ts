import { desk, giftStored, giver, reserved, shown, taker, toldOfGifts, which } from '../fixture/gifts';
import { expectStandstill } from '../fixture/standstill';
import { accepted, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('take a thing in at the desk', () => {
  it('is the desk’s, of its own community, for what somebody waits for, in the version that was seen', async () => {
    const free = await shown(street, '台灯');
    const held = await reserved(street);
    await expectStandstill(
      street,
      () => desk(street).takeIn({ giftId: 'nothing', version: 1 }),
      refused('NOT_FOUND'),
    );
    for (const resident of [await giver(street), await taker(street)]) {
      await expectStandstill(street, () => resident.gift.takeIn(which(held)), refused('FORBIDDEN'));
    }
    const sentence = expect.stringContaining('在架上') as string;
    await expectStandstill(
      street,
      () => desk(street).takeIn(which(free)),
      refused('WRONG_STATE', { state: 'shown', sentence }),
    );
    await expectStandstill(
      street,
      () => desk(street).takeIn({ ...which(held), version: 1 }),
      refused('STALE_VERSION', { version: held.version }),
    );
    await street.replaceAll('gifts', [{ ...held, communityId: street.area('樱花社区') }]);
    await expectStandstill(street, () => desk(street).takeIn(which(held)), refused('NOT_FOUND'));
  });

  it('is done once; both are told, and the taker has the whole time again', async () => {
    const held = await reserved(street);
    await street.clock.set(street.clock.now() + 3 * 24 * 3_600_000);

    expect(await desk(street).takeIn(which(held))).toEqual(
      accepted({ state: 'reserved', version: held.version + 1 }),
    );

    const kept = await giftStored(street, held._id);
    expect(kept).toMatchObject({ isStored: true, desk: 'ready', stepOn: '2026-03-18' });
    expect((await toldOfGifts(street, 'tenant C')).at(-1)).toMatch(/^东西到社区服务台了/);
    expect((await toldOfGifts(street, 'resident A')).at(-1)).toBe('社区收到了，会转交，谢谢您。');
    const sentence = '已经存在服务台了';
    await expectStandstill(
      street,
      () => desk(street).takeIn(which(kept)),
      refused('WRONG_STATE', { state: 'reserved', sentence }),
    );
  });
});
