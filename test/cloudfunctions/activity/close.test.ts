import { expectStandstill } from '../fixture/standstill';
import { accepted, openStreet, refused, type TestStreet } from '../fixture/street';
import { activityAt, AS_VOLUNTEER } from '../fixture/activities';
import { contentAt, contentOf, layContents } from '../fixture/contents';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('call an activity off', () => {
  it('is refused where there is none, elsewhere, and to volunteers', async () => {
    const { _id } = await activityAt(street, { leaderId: street.userId('volunteer L') });
    for (const [person, activityId, code] of [
      ['administrator S', 'nothing', 'NOT_FOUND'],
      ['leader GL1', _id, 'NOT_FOUND'],
      ['volunteer L', _id, 'FORBIDDEN'],
    ] as const) {
      const call = () => street.as(person).activity.close({ activityId, version: 1 });
      await expectStandstill(street, call, refused(code));
    }
  });

  it('is refused on a version that has passed, and once it is over or off', async () => {
    const { _id: activityId } = await activityAt(street, { version: 2 });
    const { activity } = street.as('administrator S');
    const call = (version: number) => () => activity.close({ activityId, version });
    await expectStandstill(street, call(1), refused('STALE_VERSION', { version: 2 }));
    for (const state of ['over', 'cancelled'] as const) {
      await activityAt(street, { state });
      await expectStandstill(street, call(1), refused('WRONG_STATE', { state }));
    }
  });

  it('takes words that wait for it from the desk, and leaves those that everybody reads', async () => {
    const { _id: activityId } = await activityAt(street);
    const call = (version: number) => street.as('administrator S').activity.close({ activityId, version });
    for (const [state, after] of [
      ['checking', 'hidden'],
      ['waiting', 'hidden'],
      ['released', 'released'],
      ['returned', 'returned'],
    ] as const) {
      await activityAt(street);
      await layContents(street, [contentAt(street, { kind: 'activity', subjectId: activityId, state })]);
      expect(await call(1)).toEqual(accepted({ state: 'cancelled' }));
      expect([state, (await contentOf(street, 'activity', activityId)).state]).toEqual([state, after]);
    }
  });

  it('lets nobody sign up any more', async () => {
    const { _id: activityId } = await activityAt(street);
    expect(await street.as('administrator S').activity.close({ activityId, version: 1 })).toEqual(
      accepted({ state: 'cancelled' }),
    );
    const call = () => street.as('volunteer E').activity.signup({ activityId, person: AS_VOLUNTEER });
    await expectStandstill(street, call, refused('WRONG_STATE', { state: 'cancelled' }));
  });
});
