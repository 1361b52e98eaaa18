import type { MessageDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { teamAt } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('decide who joins', () => {
  it('is refused where there is none, elsewhere, to members, out of turn, and on a version that has passed', async () => {
    const userId = street.userId('volunteer F');
    const { _id: teamId } = await teamAt(street, { asking: [userId], version: 2 });
    const input = { teamId, version: 2, userId, verdict: 'approve' } as const;
    for (const [person, tried, code] of [
      ['volunteer L', { ...input, teamId: 'nothing' }, 'NOT_FOUND'],
      ['volunteer E', input, 'NOT_FOUND'],
      ['leader GL1', input, 'NOT_FOUND'],
      ['office ADM', input, 'FORBIDDEN'],
      ['volunteer L', { ...input, userId: street.userId('volunteer E') }, 'WRONG_STATE'],
      ['volunteer L', { ...input, version: 1 }, 'STALE_VERSION'],
    ] as const) {
      await expectStandstill(street, () => street.as(person).team.approveMember(tried), refused(code));
    }
  });

  it.each([
    ['approve', 3],
    ['refuse', 2],
  ] as const)('says %s, and the volunteer is told', async (verdict, members) => {
    const userId = street.userId('volunteer F');
    const { _id: teamId } = await teamAt(street, { asking: [userId] });
    const { team } = street.as('volunteer L');
    expect(await team.approveMember({ teamId, version: 1, userId, verdict })).toEqual(
      accepted({ version: 2 }),
    );
    expect(dataOf(await team.read({ teamId })).team).toMatchObject({ members, asking: 0 });
    expect(await street.count('messages', { userId, kind: 'teamAnswered' })).toBe(1);
  });

  it.each([
    ['the leader', undefined, '队长'],
    ['the community where nobody leads', '', '社区'],
  ] as const)('sends who was refused to %s', async (_, leaderId, whom) => {
    const userId = street.userId('volunteer F');
    const { _id: teamId } = await teamAt(street, {
      asking: [userId],
      ...(leaderId === undefined ? {} : { leaderId }),
    });
    const input = { teamId, version: 1, userId, verdict: 'refuse' } as const;
    dataOf(await street.as('administrator S').team.approveMember(input));
    const [told] = await street.all<MessageDocument>('messages', { userId, kind: 'teamAnswered' });
    expect(told?.values.note).toBe(`这次没有通过，可以和${whom}聊聊`);
  });
});
