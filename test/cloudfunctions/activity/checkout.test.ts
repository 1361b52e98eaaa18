import type { ActivityDocument, HoursDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { activityAt, AS_TYPED, atTheDoor, HOUR_MS } from '../fixture/activities';
import { residentAtHome, teamAt } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

async function inside(changes: Partial<ActivityDocument> = {}) {
  const at = await atTheDoor(street, changes);
  dataOf(await at.volunteer.activity.checkin({ activityId: at.activity._id, code: await at.code() }));
  return { ...at, activityId: at.activity._id };
}

describe('check out', () => {
  it('is refused where there is no sign-up, in no seat for it, and before a check-in', async () => {
    const { activity, volunteer, code } = await atTheDoor(street);
    const input = { activityId: activity._id, code: await code() };
    await expectStandstill(
      street,
      () => street.as('volunteer F').activity.checkout(input),
      refused('NOT_FOUND'),
    );
    await expectStandstill(
      street,
      () => street.as('administrator S').activity.checkout(input),
      refused('FORBIDDEN'),
    );
    await expectStandstill(
      street,
      () => volunteer.activity.checkout(input),
      refused('WRONG_STATE', { state: 'outside' }),
    );
  });

  it('is refused with an old code, twice, and after everything is settled', async () => {
    const { activity, activityId, volunteer, code } = await inside();
    await expectStandstill(
      street,
      () => volunteer.activity.checkout({ activityId, code: '000000' }),
      refused('EXPIRED'),
    );
    await street.clock.set(activity.endAt + HOUR_MS + 1);
    const late = await code();
    await expectStandstill(
      street,
      () => volunteer.activity.checkout({ activityId, code: late }),
      refused('WRONG_STATE'),
    );
    await street.clock.set(activity.endAt);
    const shown = await code();
    dataOf(await volunteer.activity.checkout({ activityId, code: shown }));
    await expectStandstill(
      street,
      () => volunteer.activity.checkout({ activityId, code: shown }),
      refused('WRONG_STATE', { state: 'left' }),
    );
  });

  it('counts the time that passed, at most plan and allowance, with the other side on record', async () => {
    const { activity, activityId, volunteer, code } = await inside();
    const outAt = activity.endAt + 50 * 60_000;
    await street.clock.set(outAt);

    expect(await volunteer.activity.checkout({ activityId, code: await code() })).toEqual(
      accepted({ at: outAt, minutes: 150, isService: true }),
    );
    const [hours] = await street.all<HoursDocument>('hours');
    expect(hours).toMatchObject({
      minutes: 150,
      state: 'granted',
      by: street.userId('administrator S'),
      source: 'activity',
      title: '周六清洁日',
    });
    expect(hours).not.toHaveProperty('teamId');
  });

  it.each([
    ['a member serves for the team whose activity it is', 'volunteer E', 'cleaningteam'],
    ['who is none serves for nobody’s team', 'volunteer F', undefined],
  ] as const)('of %s', async (_who, member, teamId) => {
    const members = ['volunteer L', member].map((person) => street.userId(person));
    const team = await teamAt(street, { members });
    const { activity, activityId, volunteer, code } = await inside({ teamId: team._id });
    await street.clock.set(activity.endAt);

    dataOf(await volunteer.activity.checkout({ activityId, code: await code() }));

    const [hours] = await street.all<HoursDocument>('hours');
    expect(hours?.teamId).toBe(teamId);
  });

  it('of a resident who is no volunteer counts as being there', async () => {
    const { _id: activityId, startAt, endAt } = await activityAt(street);
    const resident = await residentAtHome(street);
    dataOf(await resident.activity.signup({ activityId, person: AS_TYPED }));
    await street.clock.set(startAt);
    const desk = street.as('administrator S').activity;
    dataOf(await desk.openDesk({ activityId }));
    const code = async () => dataOf(await desk.showCode({ activityId })).code;
    dataOf(await resident.activity.checkin({ activityId, code: await code() }));
    await street.clock.set(endAt);

    expect(dataOf(await resident.activity.checkout({ activityId, code: await code() }))).toMatchObject({
      minutes: 120,
      isService: false,
    });
    expect(await street.count('hours')).toBe(0);
  });
});
