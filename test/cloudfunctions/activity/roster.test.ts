import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { activityAt, AS_VOLUNTEER } from '../fixture/activities';
import { residentAtHome } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('who comes', () => {
  it('is refused where there is none, elsewhere, and to volunteers who do not lead', async () => {
    const { _id } = await activityAt(street);
    for (const [person, activityId, code] of [
      ['administrator S', 'nothing', 'NOT_FOUND'],
      ['leader GL1', _id, 'NOT_FOUND'],
      ['volunteer E', _id, 'NOT_FOUND'],
      ['worker W1', _id, 'FORBIDDEN'],
    ] as const) {
      await expectStandstill(street, () => street.as(person).activity.roster({ activityId }), refused(code));
    }
  });

  it('is shown in order with masked names and no child’s, and the look is recorded', async () => {
    const { _id: activityId } = await activityAt(street, {
      capacity: 1,
      leaderId: street.userId('volunteer L'),
    });
    dataOf(await street.as('volunteer E').activity.signup({ activityId, person: AS_VOLUNTEER }));
    const resident = await residentAtHome(street);
    const person = { from: 'registration', memberKey: 'bbbbbbbb' } as const;
    dataOf(await resident.activity.signup({ activityId, person, guardianName: '王小明' }));

    for (const reader of ['volunteer L', 'administrator S']) {
      const roster = dataOf(await street.as(reader).activity.roster({ activityId }));
      expect(roster.people.map(({ name, phase, number }) => [name, phase, number])).toEqual([
        [expect.stringMatching(/^.\*.$/), 'placed', 0],
        ['家里的孩子', 'waiting', 1],
      ]);
    }
    expect(await street.count('audit', { 'audit.action': 'activity.roster' })).toBe(2);
  });
});
