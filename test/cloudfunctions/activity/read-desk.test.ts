import { activityAt } from '../fixture/activities';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('one activity on the desk', () => {
  it('is nowhere to others than its community', async () => {
    const { _id: activityId } = await activityAt(street);
    const read = (person: string, id: string) => street.as(person).activity.readDesk({ activityId: id });
    expect(await read('administrator S', 'no')).toEqual(refused('NOT_FOUND'));
    expect(await read('leader GL1', activityId)).toEqual(refused('NOT_FOUND'));
    expect(await read('volunteer L', activityId)).toEqual(refused('FORBIDDEN'));
  });

  it('shows what was written last, while the released words still stand', async () => {
    const { title, place, ...activity } = await activityAt(street);
    const { _id: activityId, communityId, body, startAt, endAt, closesAt } = activity;
    const staff = street.as('administrator S').activity;
    const words = { title, place, body };
    expect(dataOf(await staff.readDesk({ activityId }))).toEqual({ version: 1, ...words, reason: '' });
    const figures = { startAt, endAt, closesAt, capacity: 20, allowanceMinutes: 30 };
    const change = { activityId, version: 1, communityId, ...words, ...figures, place: '苹果花园北门' };
    dataOf(await staff.edit(change));
    expect(dataOf(await staff.readDesk({ activityId }))).toMatchObject({ version: 2, place: '苹果花园北门' });
    const { activity: seen } = dataOf(await street.as('volunteer E').activity.read({ activityId }));
    expect(seen.place).toBe(place);
  });
});
