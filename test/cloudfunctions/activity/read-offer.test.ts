import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { residentAtHome } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('what would be filled in at sign-up', () => {
  it('is refused to who is neither resident nor volunteer', async () => {
    for (const person of [street.as('outsider X', null), street.as('administrator S')]) {
      expect(await person.activity.readOffer({})).toEqual(refused('FORBIDDEN'));
    }
    expect(await street.as('volunteer E').activity.readOffer({})).toEqual(refused('NOT_FOUND'));
  });

  it('is the own registration', async () => {
    const offer = dataOf(await (await residentAtHome(street)).activity.readOffer({}));
    expect(offer.people.map(({ isAdult }) => isAdult)).toEqual([true, false]);
    expect(offer.phone).toContain('****');
  });
});
