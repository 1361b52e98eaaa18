import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { activityAt, AS_VOLUNTEER } from '../fixture/activities';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('own sign-ups', () => {
  it('say where one stands, to that person alone, and nothing of one that was taken down', async () => {
    const activity = await activityAt(street, { capacity: 1 });
    const { _id } = activity;
    for (const person of ['volunteer E', 'volunteer F']) {
      dataOf(await street.as(person).activity.signup({ activityId: _id, person: AS_VOLUNTEER }));
    }
    const read = async () => dataOf(await street.as('volunteer F').activity.listOwn({})).activities;

    expect(await read()).toMatchObject([{ title: '周六清洁日', own: { phase: 'waiting', number: 1 } }]);
    dataOf(await street.as('volunteer F').activity.cancel({ activityId: _id, version: 1 }));
    await street.replaceAll('activities', [{ ...activity, state: 'hidden' }]);
    expect(await read()).toMatchObject([
      { title: '', place: '', state: 'hidden', own: { phase: 'cancelled' } },
    ]);
  });

  it('are nobody’s without a seat to sign up in, and end where there is no page', async () => {
    for (const person of [street.as('outsider X', null), street.as('administrator S')]) {
      expect(await person.activity.listOwn({})).toEqual(refused('FORBIDDEN'));
    }
    const { activity } = street.as('volunteer E');
    expect(await activity.listOwn({ cursor: 'not ours' })).toEqual(
      refused('VALIDATION', { field: 'cursor' }),
    );
    expect(dataOf(await activity.listOwn({}))).toEqual({ activities: [] });
  });
});
