import { activityAt } from '../fixture/activities';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { teamAt } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('one team', () => {
  it('is its members’ and its community’s alone', async () => {
    const { _id: teamId } = await teamAt(street);
    for (const [person, code] of [
      ['volunteer F', 'NOT_FOUND'],
      ['leader GL1', 'NOT_FOUND'],
      ['worker W1', 'FORBIDDEN'],
    ] as const) {
      expect(await street.as(person).team.read({ teamId })).toEqual(refused(code));
    }
    await teamAt(street, { state: 'ended' });
    expect(await street.as('volunteer E').team.read({ teamId })).toEqual(refused('NOT_FOUND'));
  });

  it('shows masked names, and who asks to those who decide', async () => {
    const { _id: teamId } = await teamAt(street, { asking: [street.userId('volunteer F')] });
    const read = async (person: string) => dataOf(await street.as(person).team.read({ teamId }));

    const seen = await read('volunteer E');
    expect(seen.members.map(({ name }) => name)).toEqual(Array(2).fill(expect.stringMatching(/^.\*.$/)));
    expect(seen.asking).toEqual([]);
    for (const person of ['volunteer L', 'administrator S']) {
      expect((await read(person)).asking).toHaveLength(1);
    }
  });

  it('shows what it carries next, and not what another one does, is over or called off', async () => {
    const { _id: teamId } = await teamAt(street);
    const read = async () => dataOf(await street.as('volunteer E').team.read({ teamId })).tasks;
    const { _id: id, title, startAt } = await activityAt(street, { teamId });
    expect(await read()).toEqual([{ id, title, startAt }]);
    for (const other of [{ teamId: '' }, { teamId, state: 'cancelled' as const }, { teamId, startAt: 1 }]) {
      await activityAt(street, other);
      expect(await read()).toEqual([]);
    }
  });
});
