import type {
  ActivityDocument,
  ActivityQueueDocument,
  HoursDocument,
  SignupDocument,
} from '../../../cloudfunctions/repositories/documents';
import { dataOf, openStreet, type TestStreet } from '../fixture/street';
import { activityAt, AS_VOLUNTEER, atTheDoor, HOUR_MS } from '../fixture/activities';
import { teamAt } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const phases = async (activityId: string) =>
  Promise.all(
    ['E', 'F', 'L'].map(async (key) => {
      const { own } = dataOf(await street.as(`volunteer ${key}`).activity.read({ activityId }));
      return own === undefined ? '' : `${own.phase} ${own.number}`;
    }),
  );
const told = (person: string, kind: string) =>
  street.count('messages', { userId: street.userId(person), kind });

async function three(changes: Partial<ActivityDocument> = {}): Promise<string> {
  const { _id: activityId } = await activityAt(street, { capacity: 1, ...changes });
  for (const key of ['E', 'F', 'L']) {
    dataOf(await street.as(`volunteer ${key}`).activity.signup({ activityId, person: AS_VOLUNTEER }));
  }
  return activityId;
}

describe('the line moves on', () => {
  it('offers a free place to the next until a time, then to the one after', async () => {
    const activityId = await three();
    dataOf(await street.as('volunteer E').activity.cancel({ activityId, version: 1 }));
    expect(await phases(activityId)).toEqual(['cancelled 0', 'waiting 1', 'waiting 2']);

    await street.runTimer('keepActivities');
    await street.runTimer('keepActivities');
    expect(await phases(activityId)).toEqual(['cancelled 0', 'offered 0', 'waiting 1']);
    expect(await told('volunteer F', 'activityPlace')).toBe(1);

    await street.clock.set(street.clock.now() + 22 * HOUR_MS);
    await street.runTimer('keepActivities');
    expect(await phases(activityId)).toEqual(['cancelled 0', 'lapsed 0', 'offered 0']);
    expect([await told('volunteer F', 'activityLapsed'), await told('volunteer L', 'activityPlace')]).toEqual(
      [1, 1],
    );
  });

  it('drops an arrival of which nothing came, and not before five minutes', async () => {
    const activityId = await three();
    const [queue] = await street.all<ActivityQueueDocument>('activityQueues');
    await street.replaceAll('activityQueues', [
      { ...queue, arrivals: ['stray.1', ...(queue?.arrivals ?? [])] },
    ]);
    await street.runTimer('keepActivities');
    expect(await phases(activityId)).toEqual(['waiting 1', 'waiting 2', 'waiting 3']);
    await street.clock.set(street.clock.now() + 6 * 60_000);
    await street.runTimer('keepActivities');
    expect(await phases(activityId)).toEqual(['placed 0', 'waiting 1', 'waiting 2']);
  });
});

describe('an activity that is over', () => {
  it('J13.E2 without a check-out ends with its plan, 0 extra', async () => {
    const { _id: teamId } = await teamAt(street);
    const { activity, volunteer, code } = await atTheDoor(street, { teamId });
    dataOf(await volunteer.activity.checkin({ activityId: activity._id, code: await code() }));
    await street.clock.set(activity.endAt + HOUR_MS);

    await street.runTimer('keepActivities');
    await street.runTimer('keepActivities');

    expect(await street.stored('activities', activity._id)).toMatchObject({ state: 'over', dueAt: 0 });
    expect(await street.all<HoursDocument>('hours')).toEqual([
      expect.objectContaining({
        teamId,
        minutes: 120,
        state: 'granted',
        by: street.userId('administrator S'),
      }),
    ]);
  });
});

describe('an activity that was called off', () => {
  it('J13.E5 tells everybody once, and counts nothing', async () => {
    const { activity, volunteer, code } = await atTheDoor(street);
    const activityId = activity._id;
    dataOf(await street.as('administrator S').activity.read({ activityId }));
    dataOf(await volunteer.activity.checkin({ activityId, code: await code() }));
    await street.clock.set(activity.startAt + HOUR_MS);
    dataOf(await volunteer.activity.checkout({ activityId, code: await code() }));
    dataOf(await street.as('administrator S').activity.close({ activityId, version: 1 }));

    for (let run = 0; run < 3; run += 1) await street.runTimer('keepActivities');

    expect(await told('volunteer E', 'activityCancelled')).toBe(1);
    expect(await street.all<HoursDocument>('hours')).toEqual([
      expect.objectContaining({ state: 'void', minutes: 0 }),
    ]);
    expect(await street.all<SignupDocument>('signups')).toEqual([expect.objectContaining({ minutes: 0 })]);
    expect(dataOf(await volunteer.volunteer.hoursOwn({})).grantedMinutes).toBe(0);
  });
});
