import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { teamAt } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('teams', () => {
  it('are the own ones of a volunteer, and all of the own community', async () => {
    await teamAt(street);
    const count = async (person: string) => dataOf(await street.as(person).team.list({})).teams.length;

    expect(
      await Promise.all(['volunteer E', 'volunteer F', 'administrator S', 'leader GL1'].map(count)),
    ).toEqual([1, 0, 1, 0]);
    expect(await street.as('worker W1').team.list({})).toEqual(refused('FORBIDDEN'));
  });
});
