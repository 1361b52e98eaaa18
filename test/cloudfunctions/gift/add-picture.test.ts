import { giver, desk, giftStored, offered, shown, taker, which } from '../fixture/gifts';
import { jpegOf, storePicture } from '../fixture/pictures';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const photo = (by: string, bytes = jpegOf('GPS 34.8'), name = 'stool.jpg') =>
  storePicture(street, { by, bytes, name });

describe('a picture of a thing', () => {
  it('is refused for another one’s, for none, and once a person has looked', async () => {
    const { _id: giftId } = await offered(street);
    const fileId = await photo('resident A');
    const other = await taker(street);
    await expectStandstill(street, () => other.gift.addPicture({ giftId, fileId }), refused('NOT_FOUND'));
    const { gift } = await giver(street);
    const bill = await photo('resident A', Buffer.from('%PDF-1.7'), 'bill.jpg');
    for (const [file, code] of [
      [`${fileId}x`, 'NOT_FOUND'],
      [bill, 'VALIDATION'],
    ] as const) {
      await expectStandstill(street, () => gift.addPicture({ giftId, fileId: file }), refused(code));
    }
    await expectStandstill(
      street,
      () => gift.addPicture({ giftId: 'nothing', fileId }),
      refused('NOT_FOUND'),
    );
    const { _id: onShelf } = await shown(street, '小凳子');
    await expectStandstill(
      street,
      () => gift.addPicture({ giftId: onShelf, fileId }),
      refused('WRONG_STATE', { state: 'shown' }),
    );
  });

  it('is one of three, kept without its notes, seen by the desk first and by everybody where it was chosen', async () => {
    const { _id: giftId } = await offered(street);
    const { gift } = await giver(street);
    for (const count of [1, 2, 3]) {
      const fileId = await photo('resident A', jpegOf('GPS 34.8'), `${count}.jpg`);
      expect(await gift.addPicture({ giftId, fileId })).toEqual(accepted({ pictures: count }));
    }
    const fourth = await photo('resident A', jpegOf(), '4.jpg');
    await expectStandstill(
      street,
      () => gift.addPicture({ giftId, fileId: fourth }),
      refused('WRONG_STATE', { state: 'review' }),
    );
    const whole = dataOf(await desk(street).readDesk({ giftId }));
    const bytes = await (await fetch(whole.addresses[0] ?? '')).text();
    expect([whole.addresses.length, bytes.includes('PIXELS'), bytes.includes('GPS')]).toEqual([
      3,
      true,
      false,
    ]);

    const verdict = { is: 'release' as const, pictures: [1] };
    dataOf(await desk(street).review({ ...which(await giftStored(street, giftId)), verdict }));

    const anybody = street.as('outsider X', null).gift;
    expect(dataOf(await anybody.readShown({ giftId })).addresses).toHaveLength(1);
    await street.runTimer('tendGifts');
    expect(await giftStored(street, giftId)).toMatchObject({ spentFiles: [], hasSpent: false });
  });
});
