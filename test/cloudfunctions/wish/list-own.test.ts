import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { claimedForK, codeOf, publishedForK } from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('own wishes', () => {
  it('are what the caller made, with the code while there is something to confirm', async () => {
    const wish = await publishedForK(street);

    const { wishes } = dataOf(await street.as('head H3').wish.listOwn({}));

    expect(wishes).toMatchObject([{ id: wish._id, code: codeOf(street, wish), isMine: false }]);
    expect(dataOf(await street.as('worker W1').wish.listOwn({})).wishes).toEqual([]);
    expect(await street.as('outsider X').wish.listOwn({})).toEqual(refused('FORBIDDEN'));
  });

  it('of a volunteer are those in hand, and never the code', async () => {
    const wish = await claimedForK(street);

    const { wishes } = dataOf(await street.as('volunteer E').wish.listOwn({}));

    expect(wishes).toMatchObject([{ id: wish._id, state: 'claimed', hasContact: true }]);
    expect(wishes[0]).not.toHaveProperty('code');
    expect(dataOf(await street.as('volunteer F').wish.listOwn({})).wishes).toEqual([]);
  });
});
