import { expectStandstill } from '../fixture/standstill';
import { openStreet, refused, type TestStreet } from '../fixture/street';
import { keptForK } from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('one wish for everybody', () => {
  it('shows one wish to everybody from its release, and nobody one that was not', async () => {
    const { _id: wishId } = await keptForK(street);

    for (const id of ['nothing', wishId]) {
      const call = () => street.as('outsider X').wish.readPublished({ wishId: id });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });
});
