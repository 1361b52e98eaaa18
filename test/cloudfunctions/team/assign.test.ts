import { expectStandstill } from '../fixture/standstill';
import { accepted, openStreet, refused, type TestStreet } from '../fixture/street';
import { activityAt } from '../fixture/activities';
import { teamAt } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('ask a member to an activity', () => {
  it('is refused for another team’s, for who is no member, to members, and once it is off', async () => {
    const { _id: teamId } = await teamAt(street);
    const { _id: activityId } = await activityAt(street, { teamId });
    const input = { teamId, userId: street.userId('volunteer E'), activityId };
    for (const [person, tried, code] of [
      ['volunteer L', { ...input, teamId: 'nothing' }, 'NOT_FOUND'],
      ['volunteer L', { ...input, activityId: 'nothing' }, 'NOT_FOUND'],
      ['volunteer L', { ...input, userId: street.userId('volunteer F') }, 'NOT_FOUND'],
      ['volunteer E', input, 'NOT_FOUND'],
      ['office ADM', input, 'FORBIDDEN'],
    ] as const) {
      await expectStandstill(street, () => street.as(person).team.assign(tried), refused(code));
    }
    await activityAt(street, { teamId, state: 'cancelled' });
    const call = () => street.as('volunteer L').team.assign(input);
    await expectStandstill(street, call, refused('WRONG_STATE', { state: 'cancelled' }));
  });

  it('tells the member, whose word it is', async () => {
    const { _id: teamId } = await teamAt(street);
    const { _id: activityId } = await activityAt(street, { teamId });
    const userId = street.userId('volunteer E');
    expect(await street.as('volunteer L').team.assign({ teamId, userId, activityId })).toEqual(accepted({}));
    expect(await street.count('messages', { userId, kind: 'teamTask' })).toBe(1);
    expect(await street.count('signups')).toBe(0);
  });
});
