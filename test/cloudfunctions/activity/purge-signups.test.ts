import { dataOf, openStreet, type TestStreet } from '../fixture/street';
import { activityAt, AS_VOLUNTEER, HOUR_MS } from '../fixture/activities';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('sign-ups', () => {
  it('go sixty days after sign-up closed', async () => {
    const { _id: activityId, closesAt } = await activityAt(street);
    dataOf(await street.as('volunteer E').activity.signup({ activityId, person: AS_VOLUNTEER }));
    for (const [days, left] of [
      [60, 1],
      [61, 0],
    ] as const) {
      await street.clock.set(closesAt + days * 24 * HOUR_MS);
      await street.runTimer('purgeSignups');
      expect(await street.count('signups')).toBe(left);
    }
  });
});
