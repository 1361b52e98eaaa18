import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { approvedVolunteer } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the own page of a volunteer', () => {
  it('is refused to everybody else, and where there is none', async () => {
    for (const person of [street.as('outsider X', null), street.as('administrator S')]) {
      expect(await person.volunteer.readOwn({})).toEqual(refused('FORBIDDEN'));
    }
    await street.replaceAll('volunteers', []);
    expect(await street.as('volunteer E').volunteer.readOwn({})).toEqual(refused('NOT_FOUND'));
  });

  it('shows the own words, the number masked', async () => {
    const { compoundId: id } = street.door('金河湾 1-1-101');
    const places = [{ id, name: '金河湾' }];
    const volunteer = await approvedVolunteer(street, 'volunteer E', { skills: ['tutor'], places });

    expect(dataOf(await volunteer.volunteer.readOwn({}))).toMatchObject({
      state: 'approved',
      skills: ['tutor'],
      phone: '100****0700',
      compoundIds: [id],
      near: [{ name: '苹果花园' }, { id, name: '金河湾' }, { name: '和家园' }],
      allowsHonour: false,
    });
  });
});
