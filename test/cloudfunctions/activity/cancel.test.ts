import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { activityAt, AS_VOLUNTEER, atTheDoor } from '../fixture/activities';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('give the place back', () => {
  it('is refused where there is none, and in no seat for it', async () => {
    const { _id: activityId } = await activityAt(street);
    const call = (person: string) => () => street.as(person).activity.cancel({ activityId, version: 1 });
    await expectStandstill(street, call('volunteer E'), refused('NOT_FOUND'));
    await expectStandstill(street, call('administrator S'), refused('FORBIDDEN'));
  });

  it('is refused on a version that has passed, twice, and to who is inside', async () => {
    const { _id: activityId } = await activityAt(street);
    const { activity } = street.as('volunteer E');
    dataOf(await activity.signup({ activityId, person: AS_VOLUNTEER }));
    await expectStandstill(
      street,
      () => activity.cancel({ activityId, version: 2 }),
      refused('STALE_VERSION', { version: 1 }),
    );
    expect(await activity.cancel({ activityId, version: 1 })).toEqual(
      accepted({ phase: 'cancelled', number: 0 }),
    );
    await expectStandstill(
      street,
      () => activity.cancel({ activityId, version: 2 }),
      refused('WRONG_STATE', { state: 'cancelled' }),
    );
    await street.reset();
    const { code } = await atTheDoor(street);
    dataOf(await activity.checkin({ activityId, code: await code() }));
    await expectStandstill(
      street,
      () => activity.cancel({ activityId, version: 2 }),
      refused('WRONG_STATE', { state: 'placed' }),
    );
  });
});
