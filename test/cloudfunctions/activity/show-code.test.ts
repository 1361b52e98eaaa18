import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { activityAt, atTheDoor } from '../fixture/activities';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the code on the screen', () => {
  it('is refused elsewhere, to volunteers, and before the desk is open', async () => {
    const { _id: activityId } = await activityAt(street);
    for (const [person, code] of [
      ['leader GL1', 'NOT_FOUND'],
      ['volunteer E', 'NOT_FOUND'],
      ['administrator S', 'WRONG_STATE'],
    ] as const) {
      expect(await street.as(person).activity.showCode({ activityId })).toEqual(refused(code));
    }
  });

  it('is six digits of one holder and one half minute', async () => {
    const { activity, code } = await atTheDoor(street);
    const first = await code();
    const other = street.as('administrator S2');
    dataOf(await other.activity.openDesk({ activityId: activity._id }));
    const others = dataOf(await other.activity.showCode({ activityId: activity._id }));

    expect(first).toMatch(/^\d{6}$/);
    expect(await code()).toBe(first);
    expect(others.code).not.toBe(first);
    expect(others.until - street.clock.now()).toBeLessThanOrEqual(30_000);
    await street.clock.set(street.clock.now() + 30_000);
    expect(await code()).not.toBe(first);
  });
});
