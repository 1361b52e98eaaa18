import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { approvedVolunteer, hoursAt, teamAt } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('what a team has done', () => {
  it('is its leader’s and its community’s alone', async () => {
    const { _id: teamId } = await teamAt(street);
    for (const [person, code] of [
      ['volunteer E', 'NOT_FOUND'],
      ['volunteer F', 'NOT_FOUND'],
      ['leader GL1', 'NOT_FOUND'],
      ['worker W1', 'FORBIDDEN'],
      ['head H3', 'FORBIDDEN'],
    ] as const) {
      expect(await street.as(person).team.listHours({ teamId })).toEqual(refused(code));
    }
    await teamAt(street, { state: 'ended' });
    expect(await street.as('volunteer L').team.listHours({ teamId })).toEqual(refused('NOT_FOUND'));
  });

  it('is what counts of it, newest first, under masked names of those who are in it', async () => {
    const { _id: teamId } = await teamAt(street);
    await approvedVolunteer(street, 'outsider X');
    const row = (person: string, sourceId: string, more: object = {}) =>
      hoursAt(street, person, { teamId, sourceId, ...more });
    await street.replaceAll('hours', [
      row('volunteer E', 'stool', { minutes: 90, at: 1 }),
      row('volunteer L', 'stool', { minutes: 30, at: 2 }),
      row('outsider X', 'cleaning', { source: 'activity', title: '', minutes: 120, at: 3 }),
      row('volunteer E', 'disputed', { state: 'disputed' }),
      row('volunteer E', 'of another team', { teamId: 'watering' }),
      hoursAt(street, 'volunteer E', { sourceId: 'alone' }),
    ]);

    const seen = dataOf(await street.as('volunteer L').team.listHours({ teamId }));

    expect(seen).toMatchObject({ name: '清洁小队', grantedMinutes: 240 });
    const masked = expect.stringMatching(/^.\*.$/) as string;
    expect(seen.hours.map(({ name, minutes, source }) => [name, minutes, source])).toEqual([
      ['', 120, 'activity'],
      [masked, 30, 'wish'],
      [masked, 90, 'wish'],
    ]);
    expect(JSON.stringify(seen)).not.toContain(street.userId('volunteer E'));
    expect(dataOf(await street.as('administrator S').team.listHours({ teamId }))).toEqual(seen);
    expect(await street.count('audit', { 'audit.action': 'team.read' })).toBe(2);
  });

  it('comes in pages, each with the sum of all', async () => {
    const { _id: teamId } = await teamAt(street);
    const rows = Array.from({ length: 25 }, (_, at) =>
      hoursAt(street, 'volunteer E', { teamId, sourceId: `${at}`, minutes: 10, at }),
    );
    await street.replaceAll('hours', rows);
    const { team } = street.as('volunteer L');

    const { hours, next = '', grantedMinutes } = dataOf(await team.listHours({ teamId }));
    const rest = dataOf(await team.listHours({ teamId, cursor: next }));

    expect([grantedMinutes, rest.grantedMinutes]).toEqual([250, 250]);
    expect(new Set([...hours, ...rest.hours].map(({ id }) => id)).size).toBe(25);
    expect(await team.listHours({ teamId, cursor: 'x' })).toMatchObject({ problem: { code: 'VALIDATION' } });
  });
});
