import { giver, offered, reserved, taker, desk, which, giftStored } from '../fixture/gifts';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the own things', () => {
  it('are for residents', async () => {
    expect(await street.as('community S').gift.listOwn({ view: 'given' })).toEqual(refused('FORBIDDEN'));
    expect(await street.as('outsider X', null).gift.listOwn({ view: 'taken' })).toEqual(refused('FORBIDDEN'));
  });

  it('are what one gave, with what the community said, and what one reserved, with the code for the desk', async () => {
    const back = await offered(street, '雨伞');
    dataOf(await desk(street).review({ ...which(back), verdict: { is: 'return', reason: '请写明长短' } }));
    await street.clock.set(street.clock.now() + 1);
    const held = await reserved(street);
    const [from, to] = [await giver(street), await taker(street)];

    const given = dataOf(await from.gift.listOwn({ view: 'given' })).gifts;
    const taken = dataOf(await to.gift.listOwn({ view: 'taken' })).gifts;

    expect(given).toMatchObject([
      { id: held._id, state: 'reserved', isStored: false, until: '2026-03-17' },
      { id: back._id, state: 'returned', reason: '请写明长短' },
    ]);
    expect(given.some((one) => 'code' in one)).toBe(false);
    expect(taken).toMatchObject([{ id: held._id, code: expect.stringMatching(/^\d{4}$/) as string }]);
    expect(JSON.stringify([given, taken])).not.toMatch(new RegExp([held.givenBy, held.takenBy].join('|')));
    expect(dataOf(await from.gift.listOwn({ view: 'taken' })).gifts).toEqual([]);
    expect((await giftStored(street, held._id)).sealedCode).not.toContain(taken[0]?.code);
  });
});
