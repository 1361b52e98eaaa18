import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { activityAt, AS_VOLUNTEER } from '../fixture/activities';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('one activity', () => {
  it.each(['checking', 'returned', 'hidden'] as const)('is not there while it is %s', async (state) => {
    const { _id: activityId } = await activityAt(street, { state });
    for (const person of [street.as('outsider X', null), street.as('administrator S')]) {
      await expectStandstill(street, () => person.activity.read({ activityId }), refused('NOT_FOUND'));
    }
    expect(await street.as('volunteer E').activity.read({ activityId: 'nothing' })).toEqual(
      refused('NOT_FOUND'),
    );
  });

  it('shows a person the own place, and nobody’s to others', async () => {
    const { _id: activityId } = await activityAt(street);
    dataOf(await street.as('volunteer E').activity.signup({ activityId, person: AS_VOLUNTEER }));

    const own = dataOf(await street.as('volunteer E', null).activity.read({ activityId }));
    expect(own).toMatchObject({
      activity: { left: 19, state: 'published' },
      own: { phase: 'placed', number: 0 },
    });
    expect(dataOf(await street.as('volunteer F').activity.read({ activityId })).own).toBeUndefined();
  });
});
