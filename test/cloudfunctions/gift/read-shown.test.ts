import { desk, giftStored, giver, offered, reserved, shown, stored, taker, which } from '../fixture/gifts';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('one thing of the shelf', () => {
  it('is not there before its release, nor after it was handed over', async () => {
    const { gift } = street.as('outsider X', null);
    const { _id: waiting } = await offered(street);
    for (const giftId of ['nothing', waiting]) {
      expect(await gift.readShown({ giftId })).toEqual(refused('NOT_FOUND'));
    }
    const handed = await stored(street, '书架');
    dataOf(await desk(street).handOver(which(handed)));

    expect(await gift.readShown({ giftId: handed._id })).toEqual(refused('NOT_FOUND'));
    expect(await giftStored(street, handed._id)).toMatchObject({ title: '', words: '' });
  });

  it('says what it is, where it is fetched and that somebody has it, and nobody’s name', async () => {
    const { gift } = street.as('outsider X', null);
    const { _id: giftId } = await shown(street);
    expect(dataOf(await gift.readShown({ giftId }))).toMatchObject({
      community: '金果社区',
      state: 'shown',
      addresses: [],
    });
    const taken = await reserved(street, '台灯');
    const read = dataOf(await gift.readShown({ giftId: taken._id }));

    expect(read).toMatchObject({ state: 'reserved', mine: 'no' });
    expect(read).not.toHaveProperty('held');
    expect(JSON.stringify(read)).not.toMatch(
      new RegExp([taken.givenBy, taken.takenBy, taken.householdId].join('|')),
    );
  });

  it('says to who has reserved it, and to who gave it, that it is theirs', async () => {
    const { _id: giftId } = await reserved(street);
    const read = async (person: typeof taker) =>
      dataOf(await (await person(street)).gift.readShown({ giftId }));

    expect(await read(taker)).toMatchObject({ mine: 'held', held: { isStored: false, until: '2026-03-17' } });
    expect(await read(giver)).toMatchObject({ mine: 'given' });
    expect(await read(giver)).not.toHaveProperty('held');
  });
});
