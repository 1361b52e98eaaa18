import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';
import { approvedVolunteer } from '../fixture/volunteers';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const input = (changes: object = {}) => ({
  name: '清洁小队',
  kind: 'compound' as const,
  leaderId: street.userId('volunteer L'),
  ...changes,
});

describe('make a team', () => {
  it('is refused for another community, for a leader who is none of its volunteers, and to volunteers', async () => {
    for (const [person, changes, code] of [
      ['leader GL1', {}, 'NOT_FOUND'],
      ['administrator S', { leaderId: street.userId('administrator S2') }, 'NOT_FOUND'],
      ['volunteer L', {}, 'FORBIDDEN'],
      ['administrator S', { name: '队' }, 'VALIDATION'],
      ['administrator S', { name: '找 10012345678' }, 'CONTENT_REJECTED'],
      ['administrator S', { name: '代 开 发 票队' }, 'CONTENT_REJECTED'],
    ] as const) {
      await expectStandstill(street, () => street.as(person).team.create(input(changes)), refused(code));
    }
    await approvedVolunteer(street, 'volunteer L', { state: 'paused' });
    const call = () => street.as('administrator S').team.create(input());
    await expectStandstill(street, call, refused('WRONG_STATE', { state: 'paused' }));
  });

  it('names a leader who is its first member, once', async () => {
    const opId = newOpId();
    const { team } = street.as('administrator S');
    const { teamId } = dataOf(await team.create(input(), { opId }));
    expect(await team.create(input(), { opId })).toEqual(repeated({ teamId }));
    expect(dataOf(await street.as('volunteer L').team.list({})).teams).toEqual([
      expect.objectContaining({ id: teamId, members: 1, isLeader: true }),
    ]);
  });
});
