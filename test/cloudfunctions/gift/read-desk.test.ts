import { desk, offered, STOOL, stored, taker } from '../fixture/gifts';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('a thing at the desk', () => {
  it('is not there for another community, nor for residents', async () => {
    const gift = await offered(street);
    await street.replaceAll('gifts', [{ ...gift, communityId: street.area('樱花社区') }]);
    for (const giftId of ['nothing', gift._id]) {
      expect(await desk(street).readDesk({ giftId })).toEqual(refused('NOT_FOUND'));
    }
    const resident = await taker(street);
    expect(await resident.gift.readDesk({ giftId: gift._id })).toEqual(refused('FORBIDDEN'));
  });

  it('is read whole, the look recorded; of its people only the code that the taker says', async () => {
    const { _id: waiting } = await offered(street, '雨伞');
    expect(dataOf(await desk(street).readDesk({ giftId: waiting }))).toMatchObject({
      title: '雨伞',
      check: 'passed',
      isOwn: false,
    });
    const held = await stored(street);
    const whole = dataOf(await desk(street).readDesk({ giftId: held._id }));
    const own = await taker(street);
    const [mine] = dataOf(await own.gift.listOwn({ view: 'taken' })).gifts;

    expect(whole).toMatchObject({ ...STOOL, desk: 'ready', until: '2026-03-17' });
    expect(whole.code).toBe(mine?.code);
    expect(JSON.stringify(whole)).not.toMatch(
      new RegExp([held.givenBy, held.takenBy, held.householdId].join('|')),
    );
    const looks = await street.all<{ fields?: readonly string[] }>('audit');
    expect(JSON.stringify(looks)).toContain(held._id);
  });
});
