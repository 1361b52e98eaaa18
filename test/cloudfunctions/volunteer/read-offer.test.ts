import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { residentAtHome, appliedVolunteer } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('what would be filled in for a volunteer', () => {
  it('is refused to who is no resident', async () => {
    for (const person of [
      street.as('outsider X', null),
      street.as('volunteer E'),
      street.as('administrator S'),
    ]) {
      await expectStandstill(street, () => person.volunteer.readOffer({}), refused('FORBIDDEN'));
    }
  });

  it('is the own registration, and nobody else’s', async () => {
    const resident = await residentAtHome(street);

    const offer = dataOf(await resident.volunteer.readOffer({}));

    expect(offer).toMatchObject({ compound: '苹果花园' });
    expect(offer.people.map(({ name, isAdult }) => [name, isAdult])).toEqual([
      ['王小明', true],
      ['王小雨', false],
    ]);
    expect(offer.near.map(({ name }) => name)).toEqual(['苹果花园', '金河湾', '和家园']);
    expect(offer.phone).toMatch(/^100\*{4}\d{4}$/);
  });

  it('says where an application stands', async () => {
    const { calls } = await appliedVolunteer(street);

    expect(dataOf(await calls.volunteer.readOffer({})).standing).toEqual({
      version: 1,
      state: 'applied',
      reason: '',
    });
  });
});
