import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { teamAt } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('teams that one may ask to join', () => {
  it('are those of the own community, by name', async () => {
    await teamAt(street, { asking: [street.userId('volunteer F')] });
    expect(dataOf(await street.as('volunteer F').team.listOpen({})).teams).toEqual([
      { id: 'cleaningteam', name: '清洁小队', isAsked: true },
    ]);
    expect(dataOf(await street.as('volunteer E').team.listOpen({})).teams).toEqual([]);
    expect(await street.as('administrator S').team.listOpen({})).toEqual(refused('FORBIDDEN'));
  });
});
