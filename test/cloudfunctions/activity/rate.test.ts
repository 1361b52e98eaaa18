import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { atTheDoor } from '../fixture/activities';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('rate an activity', () => {
  it('is refused to who did not sign up, who is not there yet, in no seat for it, and twice', async () => {
    const { activity, volunteer, code } = await atTheDoor(street);
    const input = { activityId: activity._id, stars: 4 };
    await expectStandstill(street, () => street.as('volunteer F').activity.rate(input), refused('NOT_FOUND'));
    await expectStandstill(
      street,
      () => street.as('administrator S').activity.rate(input),
      refused('FORBIDDEN'),
    );
    await expectStandstill(
      street,
      () => volunteer.activity.rate(input),
      refused('WRONG_STATE', { state: 'absent' }),
    );
    dataOf(await volunteer.activity.checkin({ activityId: activity._id, code: await code() }));
    await expectStandstill(
      street,
      () => volunteer.activity.rate({ ...input, stars: 6 }),
      refused('VALIDATION'),
    );

    expect(await volunteer.activity.rate(input)).toEqual(accepted({ stars: 4 }));
    await expectStandstill(
      street,
      () => volunteer.activity.rate(input),
      refused('WRONG_STATE', { state: 'rated' }),
    );
    const roster = dataOf(await street.as('administrator S').activity.roster({ activityId: activity._id }));
    expect(roster.stars).toEqual({ count: 1, average: 4 });
  });
});
