import type { TeamDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';
import { approvedVolunteer, teamAt } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const stored = (id: string) => street.stored<TeamDocument>('teams', id);

describe('another leader, or the end of a team', () => {
  it('is refused where there is none, elsewhere, to its leader, to a stranger, and on a version that has passed', async () => {
    const { _id: teamId } = await teamAt(street, { version: 2 });
    const end = { teamId, version: 2, change: { is: 'end' as const } };
    const led = (leaderId: string) => ({ ...end, change: { is: 'leader' as const, leaderId } });
    for (const [person, input, code] of [
      ['administrator S', { ...end, teamId: 'nothing' }, 'NOT_FOUND'],
      ['leader GL1', end, 'NOT_FOUND'],
      ['volunteer L', end, 'FORBIDDEN'],
      ['administrator S', led(street.userId('volunteer F')), 'NOT_FOUND'],
      ['administrator S', { ...end, version: 1 }, 'STALE_VERSION'],
    ] as const) {
      await expectStandstill(street, () => street.as(person).team.edit(input), refused(code));
    }
    await approvedVolunteer(street, 'volunteer E', { state: 'paused' });
    const call = () => street.as('administrator S').team.edit(led(street.userId('volunteer E')));
    await expectStandstill(street, call, refused('WRONG_STATE', { state: 'paused' }));
  });

  it('gives it to a member, who is told, once', async () => {
    const { _id: teamId } = await teamAt(street);
    const leaderId = street.userId('volunteer E');
    const input = { teamId, version: 1, change: { is: 'leader' as const, leaderId } };
    const opId = newOpId();
    const { team } = street.as('administrator S');

    expect(await team.edit(input, { opId })).toEqual(accepted({ version: 2 }));
    expect(await team.edit(input, { opId })).toEqual(repeated({ version: 2 }));

    expect((await stored(teamId))?.leaderId).toBe(leaderId);
    expect(await street.count('messages', { userId: leaderId, kind: 'teamAnswered' })).toBe(1);
  });

  it('ends it: nobody reads it any more', async () => {
    const { _id: teamId } = await teamAt(street);

    await street.as('administrator S').team.edit({ teamId, version: 1, change: { is: 'end' } });

    expect((await stored(teamId))?.state).toBe('ended');
    expect(await street.as('volunteer L').team.read({ teamId })).toEqual(refused('NOT_FOUND'));
  });
});
