import { desk, giftStored, giver, reserved, stored, taker, toldOfGifts, which } from '../fixture/gifts';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('hand a thing over', () => {
  it('is the desk’s, for what lies there, in the version that was seen', async () => {
    const coming = await reserved(street, '台灯');
    const held = await stored(street);
    await expectStandstill(
      street,
      () => desk(street).handOver({ giftId: 'nothing', version: 1 }),
      refused('NOT_FOUND'),
    );
    for (const resident of [await giver(street), await taker(street)]) {
      await expectStandstill(street, () => resident.gift.handOver(which(held)), refused('FORBIDDEN'));
    }
    const sentence = '东西还没存到服务台';
    await expectStandstill(
      street,
      () => desk(street).handOver(which(coming)),
      refused('WRONG_STATE', { state: 'reserved', sentence }),
    );
    await expectStandstill(
      street,
      () => desk(street).handOver({ ...which(held), version: 1 }),
      refused('STALE_VERSION', { version: held.version }),
    );
    await street.replaceAll('gifts', [{ ...held, communityId: street.area('樱花社区') }]);
    await expectStandstill(street, () => desk(street).handOver(which(held)), refused('NOT_FOUND'));
  });

  it('to who reserved it ends it, in the trail with nobody’s name, and frees the hands', async () => {
    const held = await stored(street);

    expect(await desk(street).handOver(which(held))).toEqual(
      accepted({ state: 'handed', version: held.version + 1 }),
    );

    const handed = await giftStored(street, held._id);
    expect(handed).toMatchObject({
      isStored: false,
      desk: '',
      title: '',
      step: 'erase',
      stepOn: '2026-04-09',
    });
    expect(await street.count('giftHolds')).toBe(0);
    expect(await toldOfGifts(street, 'resident A')).toContain('已经领走了，谢谢您。');
    const mine = dataOf(await (await taker(street)).gift.listOwn({ view: 'taken' })).gifts;
    expect(mine).toMatchObject([{ state: 'handed', title: '防滑浴凳' }]);
    const acts = (await street.events()).filter(({ audit }) => audit.objects.includes(held._id));
    const trail = acts.map(({ audit: { action, actAs, fields } }) => [action, actAs, fields.at(-1)]);
    expect(trail).toContainEqual(['gift.review', 'CA', 'handed']);
    const sentence = expect.stringContaining('送出去了') as string;
    await expectStandstill(
      street,
      () => desk(street).handOver(which(handed)),
      refused('WRONG_STATE', { state: 'handed', sentence }),
    );
  });

  it('back to its giver clears the desk of what is over', async () => {
    const held = await stored(street);
    dataOf(await (await giver(street)).gift.withdraw(which(held)));
    const over = await giftStored(street, held._id);

    expect(await desk(street).handOver(which(over))).toEqual(
      accepted({ state: 'withdrawn', version: over.version + 1 }),
    );

    expect(await giftStored(street, held._id)).toMatchObject({
      isStored: false,
      desk: '',
      stepOn: over.stepOn,
    });
  });
});
