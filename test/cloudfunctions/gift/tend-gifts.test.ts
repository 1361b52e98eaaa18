import {
  daysLater,
  desk,
  giftStored,
  giver,
  offered,
  reserved,
  shown,
  stored,
  taker,
  toldOfGifts,
  which,
} from '../fixture/gifts';
import { jpegOf, storePicture } from '../fixture/pictures';
import { dataOf, openStreet, START, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('what time does to the shelf', () => {
  it('reminds on the fifth day whoever has to move, and nobody twice; the day does not move', async () => {
    const coming = await reserved(street, '台灯');
    const lying = await stored(street);
    const { gift: own } = await taker(street);
    const until = async () => dataOf(await own.listOwn({ view: 'taken' })).gifts.map((gift) => gift.until);
    const days = await until();
    const [before, beforehand] = [
      await toldOfGifts(street, 'tenant C'),
      await toldOfGifts(street, 'resident A'),
    ];
    await daysLater(street, 4);
    expect(await toldOfGifts(street, 'tenant C')).toEqual(before);

    await daysLater(street, 1);
    await street.runTimer('tendGifts');

    const told = (await toldOfGifts(street, 'tenant C')).slice(before.length);
    expect(told).toEqual(['还在等您来领，3月17日前没领就让给别人。']);
    const toldOfBringing = (await toldOfGifts(street, 'resident A')).slice(beforehand.length);
    expect(toldOfBringing).toEqual(['要的人还在等，请 3月17日前送到社区服务台。']);
    expect(await until()).toEqual(days);
    for (const { _id } of [coming, lying]) {
      expect(await giftStored(street, _id)).toMatchObject({ state: 'reserved', step: 'lapse' });
    }
  });

  it('frees on the seventh day what nobody brought, and once more what nobody fetched', async () => {
    const coming = await reserved(street, '台灯');
    const lying = await stored(street);
    await daysLater(street, 6);
    expect(await giftStored(street, coming._id)).toMatchObject({ state: 'reserved' });

    // Somebody was first at one of them: it is looked at once more, and the others do not wait for the next hour.
    const lost = { action: 'database.commitTransaction', at: { every: 1 }, kind: 'conflict', times: 1 };
    await street.installFaults([lost]);
    await daysLater(street, 1);
    await street.runTimer('tendGifts');

    expect(await giftStored(street, coming._id)).toMatchObject({
      state: 'shown',
      takenBy: '',
      desk: '',
      version: coming.version + 2,
    });
    expect(await giftStored(street, lying._id)).toMatchObject({
      state: 'shown',
      desk: 'stored',
      isStored: true,
    });
    expect(await street.count('giftHolds')).toBe(0);
    expect(await toldOfGifts(street, 'tenant C')).toEqual(
      expect.arrayContaining(['7 天没来领，先让给别人了。', '东西没送来，先放回架上了。']),
    );
    expect(await toldOfGifts(street, 'resident A')).toEqual(
      expect.arrayContaining(['7 天没送到，先放回架上了。', '要的人没来领，又放回架上了。']),
    );
  });

  it('takes from the shelf what nobody wanted for sixty days, and what nobody sent again', async () => {
    const onShelf = await shown(street);
    const back = await offered(street, '台灯');
    dataOf(await desk(street).review({ ...which(back), verdict: { is: 'return', reason: '请写明高矮' } }));
    await daysLater(street, 59);
    expect(await giftStored(street, onShelf._id)).toMatchObject({ state: 'shown' });

    await daysLater(street, 1);

    for (const { _id } of [onShelf, back]) {
      expect(await giftStored(street, _id)).toMatchObject({ state: 'expired', title: '', step: 'erase' });
    }
    expect(await street.count('contents', { kind: 'gift', state: 'hidden' })).toBe(2);
    expect((await toldOfGifts(street, 'resident A')).at(-1)).toContain('60 天没人要');
  });

  it('leaves nothing of a thing thirty days after its end: neither words, pictures nor who it was', async () => {
    const gift = await offered(street);
    const own = await giver(street);
    const fileId = await storePicture(street, { by: 'resident A', bytes: jpegOf() });
    dataOf(await own.gift.addPicture({ giftId: gift._id, fileId }));
    const [address = ''] = dataOf(await desk(street).readDesk({ giftId: gift._id })).addresses;
    dataOf(await own.gift.withdraw(which(await giftStored(street, gift._id))));
    await daysLater(street, 29);
    expect(await street.count('gifts')).toBe(1);

    await daysLater(street, 1);
    await street.runTimer('purgeContents');

    expect(await street.count('gifts')).toBe(0);
    expect(await street.count('contents', { kind: 'gift' })).toBe(0);
    // Back to when the address was good: its picture is gone, not its time over.
    await street.clock.set(START);
    expect((await fetch(address)).status).toBe(404);
  });
});
