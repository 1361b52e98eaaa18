import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { keptForK, released } from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('one wish for everybody', () => {
  it('shows one wish to everybody from its release, and nobody one that was not; whoever made it is told so', async () => {
    const wish = await keptForK(street);
    const { _id: wishId } = wish;

    for (const id of ['nothing', wishId]) {
      const call = () => street.as('outsider X').wish.readPublished({ wishId: id });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
    await released(street, wish);
    const ownFor = async (person: string) =>
      dataOf(await street.as(person, null).wish.readPublished({ wishId })).isOwn;
    expect([await ownFor('head H3'), await ownFor('outsider X')]).toEqual([true, false]);
  });
});
