import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { activityAt, AS_VOLUNTEER, HOUR_MS } from '../fixture/activities';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

/** E had the only place and has cancelled; F has been offered it. */
async function offered(): Promise<string> {
  const { _id: activityId } = await activityAt(street, { capacity: 1 });
  for (const person of ['volunteer E', 'volunteer F']) {
    dataOf(await street.as(person).activity.signup({ activityId, person: AS_VOLUNTEER }));
  }
  dataOf(await street.as('volunteer E').activity.cancel({ activityId, version: 1 }));
  await street.runTimer('keepActivities');
  return activityId;
}

describe('yes to a place that became free', () => {
  it('is refused where there is no sign-up, in no seat for it, and to who was not offered one', async () => {
    const activityId = await offered();
    for (const [person, code] of [
      ['volunteer L', 'NOT_FOUND'],
      ['administrator S', 'FORBIDDEN'],
      ['volunteer E', 'WRONG_STATE'],
    ] as const) {
      const call = () => street.as(person).activity.accept({ activityId, version: 2 });
      await expectStandstill(street, call, refused(code));
    }
  });

  it('is refused on a version that has passed, and after its time', async () => {
    const activityId = await offered();
    const { activity } = street.as('volunteer F');
    await expectStandstill(
      street,
      () => activity.accept({ activityId, version: 1 }),
      refused('STALE_VERSION', { version: 2 }),
    );
    await street.clock.set(street.clock.now() + 23 * HOUR_MS);
    await expectStandstill(street, () => activity.accept({ activityId, version: 2 }), refused('EXPIRED'));
  });

  it('keeps the place, and a second yes is one too many', async () => {
    const activityId = await offered();
    const { activity } = street.as('volunteer F');

    expect(await activity.accept({ activityId, version: 2 })).toEqual(
      accepted({ phase: 'placed', number: 0 }),
    );
    await expectStandstill(
      street,
      () => activity.accept({ activityId, version: 3 }),
      refused('WRONG_STATE', { state: 'placed' }),
    );
  });
});
