import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { keptForK } from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the desk', () => {
  it('lists what waits in the own communities, the longest first', async () => {
    const { _id } = await keptForK(street);

    const ids = async (person: string) =>
      dataOf(await street.as(person).wish.listDesk({})).wishes.map(({ id }) => id);

    expect(await ids('community S')).toEqual([_id]);
    expect(await ids('office ADM')).toEqual([_id]);
    expect(await ids('leader GL1')).toEqual([]);
    expect(await street.as('head H3').wish.listDesk({})).toEqual(refused('FORBIDDEN'));
  });
});
