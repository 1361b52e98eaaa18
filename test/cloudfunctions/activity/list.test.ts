import { dataOf, openStreet, type TestStreet } from '../fixture/street';
import { activityAt, AS_VOLUNTEER } from '../fixture/activities';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('activities to come', () => {
  it('are read by anybody, with the places left, and none that is not published', async () => {
    const { _id } = await activityAt(street, { capacity: 1 });
    for (const person of ['volunteer E', 'volunteer F']) {
      dataOf(await street.as(person).activity.signup({ activityId: _id, person: AS_VOLUNTEER }));
    }
    const read = async () => dataOf(await street.as('outsider X', null).activity.list({})).activities;

    expect(await read()).toEqual([expect.objectContaining({ title: '周六清洁日', left: 0, waiting: 1 })]);
    await activityAt(street, { state: 'checking' });
    expect(await read()).toEqual([]);
  });
});
