import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { appliedVolunteer, approvedVolunteer } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the list of volunteers', () => {
  it('is the community’s alone', async () => {
    for (const person of [street.as('outsider X', null), street.as('volunteer E'), street.as('worker W1')]) {
      expect(await person.volunteer.listVolunteers({ state: 'applied' })).toEqual(refused('FORBIDDEN'));
    }
  });

  it('shows who applied to the own community and the street, and the look is recorded', async () => {
    await appliedVolunteer(street);
    const shown = async (person: string) =>
      dataOf(await street.as(person).volunteer.listVolunteers({ state: 'applied' })).volunteers.map(
        ({ name, phone }) => [name, phone],
      );

    expect(await shown('administrator S')).toEqual([['王小明', expect.stringMatching(/^100\*{4}/)]]);
    expect(await shown('office ADM')).toHaveLength(1);
    expect(await shown('leader GL1')).toEqual([]);
    expect(await street.count('audit', { 'audit.action': 'volunteer.approve' })).toBe(2);
  });

  it('says where they would help', async () => {
    await approvedVolunteer(street, 'volunteer E', { places: [{ id: 'somewhere', name: '金河湾' }] });
    const { volunteer } = street.as('administrator S');
    const { volunteers } = dataOf(await volunteer.listVolunteers({ state: 'approved' }));
    const compounds = volunteers.map((one) => one.compounds);
    expect(compounds).toContainEqual(['金河湾']);
    expect(compounds).toContainEqual([]);
  });
});
