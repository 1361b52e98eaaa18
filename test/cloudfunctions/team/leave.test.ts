import { expectStandstill } from '../fixture/standstill';
import { accepted, openStreet, refused, type TestStreet } from '../fixture/street';
import { teamAt } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('leave a team', () => {
  it('is refused where there is none, to who is not in it, to administrators, and to its leader', async () => {
    const { _id: teamId } = await teamAt(street);
    for (const [person, id, code] of [
      ['volunteer E', 'nothing', 'NOT_FOUND'],
      ['volunteer F', teamId, 'NOT_FOUND'],
      ['administrator S', teamId, 'FORBIDDEN'],
      ['volunteer L', teamId, 'WRONG_STATE'],
    ] as const) {
      await expectStandstill(street, () => street.as(person).team.leave({ teamId: id }), refused(code));
    }
    await teamAt(street, { state: 'ended' });
    const call = () => street.as('volunteer E').team.leave({ teamId });
    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is the member’s word alone; the leader is told, and the team is not theirs to read any more', async () => {
    const { _id: teamId, leaderId } = await teamAt(street);
    const { team } = street.as('volunteer E');
    expect(await team.leave({ teamId })).toEqual(accepted({}));
    expect(await street.stored('teams', teamId)).toMatchObject({ members: [leaderId], version: 2 });
    expect(await street.count('messages', { userId: leaderId, kind: 'teamAnswered' })).toBe(1);
    expect(await team.read({ teamId })).toEqual(refused('NOT_FOUND'));
  });

  it('takes a question back as well, of which nobody is told', async () => {
    const { _id: teamId } = await teamAt(street, { asking: [street.userId('volunteer F')] });
    expect(await street.as('volunteer F').team.leave({ teamId })).toEqual(accepted({}));
    expect(await street.stored('teams', teamId)).toMatchObject({ asking: [], version: 2 });
    expect(await street.count('messages', { kind: 'teamAnswered' })).toBe(0);
  });
});
