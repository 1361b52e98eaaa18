import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { activityAt } from '../fixture/activities';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the desk’s activities', () => {
  it('are the community’s alone, in every state', async () => {
    await activityAt(street, { state: 'checking' });
    const read = (person: string) => street.as(person).activity.listDesk({ state: 'checking' });

    expect(await read('volunteer L')).toEqual(refused('FORBIDDEN'));
    expect(dataOf(await read('leader GL1')).activities).toEqual([]);
    for (const person of ['administrator S', 'office ADM']) {
      expect(dataOf(await read(person)).activities).toEqual([expect.objectContaining({ state: 'checking' })]);
    }
  });

  it('stand there in the words that were handed in last, before they are released', async () => {
    const S = street.as('administrator S').activity;
    const { communityId, title, place, ...facts } = await activityAt(street);
    const { startAt, endAt, closesAt, capacity, allowanceMinutes } = facts;
    await street.replaceAll('activities', []);
    const times = { startAt, endAt, closesAt, capacity, allowanceMinutes };
    dataOf(await S.edit({ communityId, title, place, body: '', ...times }));
    const [listed] = dataOf(await S.listDesk({ state: 'checking' })).activities;
    expect(listed).toMatchObject({ title, place, state: 'checking' });
  });
});
