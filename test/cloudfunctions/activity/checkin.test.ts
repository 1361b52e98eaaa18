import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { AS_VOLUNTEER, activityAt, atTheDoor, HOUR_MS } from '../fixture/activities';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('check in', () => {
  it('is refused where there is no sign-up, and in no seat for it', async () => {
    const { activity, code } = await atTheDoor(street);
    const input = { activityId: activity._id, code: await code() };
    await expectStandstill(
      street,
      () => street.as('volunteer F').activity.checkin(input),
      refused('NOT_FOUND'),
    );
    await expectStandstill(
      street,
      () => street.as('administrator S').activity.checkin(input),
      refused('FORBIDDEN'),
    );
  });

  it('is refused to who waits in the line', async () => {
    const { _id: activityId, startAt } = await activityAt(street, { capacity: 1 });
    for (const person of ['volunteer E', 'volunteer F']) {
      dataOf(await street.as(person).activity.signup({ activityId, person: AS_VOLUNTEER }));
    }
    await street.clock.set(startAt);
    const call = () => street.as('volunteer F').activity.checkin({ activityId, code: '000000' });
    await expectStandstill(street, call, refused('WRONG_STATE', { state: 'waiting' }));
  });

  it('J13.E1 is refused outside the window and with an old code', async () => {
    const { activity, volunteer, code } = await atTheDoor(street);
    const activityId = activity._id;
    const old = await code();
    const call = async (at: number, shown: string) => {
      await street.clock.set(at);
      return volunteer.activity.checkin({ activityId, code: shown });
    };
    await street.clock.set(activity.startAt - 31 * 60_000);
    const early = await code();
    expect(await call(activity.startAt - 31 * 60_000, early)).toEqual(refused('WRONG_STATE'));
    expect(await call(activity.startAt + 61_000, old)).toEqual(refused('EXPIRED'));
    expect(await call(activity.startAt + 61_000, '000000')).toEqual(refused('EXPIRED'));
    expect(await call(activity.endAt + 1, '000000')).toEqual(refused('WRONG_STATE'));
  });

  it('with yesterday’s code of the same clock is refused', async () => {
    const { activity, volunteer, code } = await atTheDoor(street);
    const today = street.clock.now();
    await street.clock.set(today - 24 * HOUR_MS);
    const yesterdays = await code();
    await street.clock.set(today);
    const call = () => volunteer.activity.checkin({ activityId: activity._id, code: yesterdays });
    await expectStandstill(street, call, refused('EXPIRED'));
  });

  it('is refused by a code that one shows oneself', async () => {
    const { _id: activityId, startAt } = await activityAt(street, { leaderId: street.userId('volunteer L') });
    const { activity } = street.as('volunteer L');
    dataOf(await activity.signup({ activityId, person: AS_VOLUNTEER }));
    await street.clock.set(startAt);
    dataOf(await activity.openDesk({ activityId }));
    const { code } = dataOf(await activity.showCode({ activityId }));
    await expectStandstill(street, () => activity.checkin({ activityId, code }), refused('EXPIRED'));
  });

  it('holds for the half minute and the next, and once', async () => {
    const { activity, volunteer, code } = await atTheDoor(street);
    const input = { activityId: activity._id, code: await code() };
    await street.clock.set(street.clock.now() + 31_000);

    expect(await volunteer.activity.checkin(input)).toEqual(accepted({ at: street.clock.now() }));
    await expectStandstill(
      street,
      () => volunteer.activity.checkin(input),
      refused('WRONG_STATE', { state: 'inside' }),
    );
  });
});
