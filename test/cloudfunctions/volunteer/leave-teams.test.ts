import type { TeamDocument, VolunteerDocument } from '../../../cloudfunctions/repositories/documents';
import { accepted, dataOf, openStreet, type TestStreet } from '../fixture/street';
import { TEAM, teamAt } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const F = () => street.userId('volunteer F');

async function ended(person: string): Promise<void> {
  const volunteerId = street.userId(person);
  const { version } = (await street.stored<VolunteerDocument>('volunteers', volunteerId)) ?? { version: 0 };
  const decision = { volunteerId, version, verdict: 'end', reason: '搬到外地去了' } as const;
  dataOf(await street.as('administrator S').volunteer.decide(decision));
}

const team = () => street.stored<TeamDocument>('teams', TEAM);
const hour = () => street.runTimer('countVolunteers');
const read = async (person: string) => dataOf(await street.as(person).team.read({ teamId: TEAM }));

describe('who is no volunteer any more', () => {
  it('is out of the team with the same change, for every list, and the leader is told once', async () => {
    const { leaderId } = await teamAt(street, { asking: [F()] });
    await ended('volunteer E');
    await ended('volunteer F');

    expect(await team()).toMatchObject({ version: 3, leaderId, members: [leaderId], asking: [] });
    expect(await read('volunteer L')).toMatchObject({
      team: { members: 1, asking: 0, hasLeader: true },
      members: [{ userId: leaderId }],
      asking: [],
    });
    await hour();
    expect(await team()).toMatchObject({ version: 3 });
    expect(await street.count('messages', { userId: leaderId, kind: 'teamAnswered' })).toBe(1);
  });

  it('by the own word leaves two teams of one name and one leader, and each tells it', async () => {
    const { leaderId, name } = await teamAt(street);
    const first = await team();
    if (first === undefined) throw new Error('there is a team');
    await street.replaceAll('teams', [first, { ...first, _id: 'second', name }]);
    const { volunteer } = street.as('volunteer E');
    const { version } = dataOf(await volunteer.readOwn({}));

    dataOf(await volunteer.editOwn({ version, skills: ['errand'], times: [], move: 'end' }));

    const teams = await street.all<TeamDocument>('teams');
    expect(teams.map(({ members }) => members)).toEqual([[leaderId], [leaderId]]);
    expect(await street.count('messages', { userId: leaderId, kind: 'teamAnswered' })).toBe(2);
  });

  it('led a team that shows it needs a leader at the next look, until the community names one', async () => {
    const { members } = await teamAt(street);
    const [, E = ''] = members;
    await ended('volunteer L');

    expect(await team()).toMatchObject({ version: 2, leaderId: '', members: [E] });
    const { teams } = dataOf(await street.as('administrator S').team.list({}));
    expect(teams).toMatchObject([{ hasLeader: false, members: 1 }]);
    expect((await read('volunteer E')).team).toMatchObject({ hasLeader: false, isLeader: false, members: 1 });
    dataOf(await street.as('volunteer F').team.join({ teamId: TEAM }));
    const change = { is: 'leader', leaderId: E } as const;
    const named = await street.as('administrator S').team.edit({ teamId: TEAM, version: 3, change });
    expect(named).toEqual(accepted({ version: 4 }));
    expect((await read('volunteer E')).team).toMatchObject({ hasLeader: true, isLeader: true });
  });

  it('and was let in while they ended, is not read or counted at once, and out of it within the hour', async () => {
    const before = await teamAt(street, { asking: [F()] });
    await ended('volunteer F');
    await ended('volunteer L');
    await street.replaceAll('teams', [before]);

    const { team: seen, members } = await read('volunteer E');
    expect(seen).toMatchObject({ hasLeader: false, members: 1 });
    expect(members).toHaveLength(1);
    await hour();
    await hour();
    expect(await team()).toMatchObject({
      version: 2,
      leaderId: '',
      members: [before.members[1]],
      asking: [],
    });
  });

  it('is let out of no team where all are volunteers, and of none that has ended', async () => {
    const whole = await teamAt(street);
    await hour();
    expect(await team()).toEqual(whole);
    const over = await teamAt(street, { state: 'ended' });
    await ended('volunteer E');

    await hour();

    expect(await team()).toEqual(over);
  });

  it('may go without a word where nobody leads', async () => {
    await teamAt(street, { leaderId: '' });
    expect(await street.as('volunteer E').team.leave({ teamId: TEAM })).toEqual(accepted({}));
    expect(await street.count('messages', { kind: 'teamAnswered' })).toBe(0);
  });
});
