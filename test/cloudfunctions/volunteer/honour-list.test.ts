import { dataOf, openStreet, type TestStreet } from '../fixture/street';
import { approvedVolunteer } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the list of thanks', () => {
  it('is read by anybody, and holds masked names of those who allowed it', async () => {
    await approvedVolunteer(street, 'volunteer E', { allowsHonour: true, honour: 'yes' });

    const reply = await street
      .as('outsider X', null)
      .volunteer.honourList({ communityId: street.area('金果社区') });

    expect(dataOf(reply)).toEqual({
      names: [{ name: expect.stringMatching(/^.\*.$/), since: '2026-02-08' }],
    });
  });
});
