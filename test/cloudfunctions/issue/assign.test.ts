import { messageWords } from '@domain/inbox/message';
import type { MessageDocument } from '../../../cloudfunctions/repositories/documents';
import { assigned, assignment, classified, reported } from '../fixture/issues';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const S = () => street.as('administrator S');
const P1 = () => street.as('property P1');
const EARLY = [{ words: '先看', dueOn: '2026-03-11' }];

describe('assign', () => {
  it.each([
    ['a day that has passed', { dueOn: '2026-03-09' }, 'VALIDATION'],
    ['a day that is none', { dueOn: '2026-02-31' }, 'VALIDATION'],
    ['a plan without milestones', { track: 'plan' }, 'VALIDATION'],
    ['milestones at once', { milestones: EARLY }, 'VALIDATION'],
    ['a seat that is not there', { seatId: 'nothing' }, 'NOT_FOUND'],
  ] as const)('is refused with %s', async (_name, changes, code) => {
    const { id: issueId } = await reported(street);
    await classified(street, issueId);
    const input = { issueId, version: 2, ...assignment(street), ...changes };
    await expectStandstill(street, () => S().issue.assign(input), refused(code));
  });

  it('is refused to seats that have no such work, and before it is classified', async () => {
    const { id: issueId } = await reported(street);
    const early = { issueId, version: 1, ...assignment(street) };
    await expectStandstill(
      street,
      () => S().issue.assign(early),
      refused('WRONG_STATE', { state: 'received' }),
    );
    await classified(street, issueId);
    for (const person of ['auditor Q', 'clerk T1', 'leader GL1', 'data P2', 'volunteer E']) {
      const input = { ...early, version: 2, seatId: street.seatId(person) };
      await expectStandstill(street, () => S().issue.assign(input), refused('NOT_FOUND'));
    }
  });

  it('tells whoever has it, and the reporter, and keeps the first day', async () => {
    const { id } = await reported(street);
    expect(await assigned(street, id)).toMatchObject({
      state: 'assigned',
      stage: 'work',
      department: expect.stringContaining('物业') as string,
      dueOn: '2026-03-13',
      firstDueOn: '2026-03-13',
    });
    const messages = await street.all<MessageDocument>('messages');
    expect(messages.map(({ kind, userId }) => [kind, userId])).toEqual(
      expect.arrayContaining([
        ['issueGiven', street.userId('property P1')],
        ['issueMoved', street.userId('resident A')],
      ]) as unknown,
    );
    const told = messages.filter(({ kind }) => kind.startsWith('issue'));
    const words = told.map(({ kind, values }) => messageWords(kind, values).body);
    const number = `（编号 ${id.slice(0, 8).toUpperCase()}）`;
    expect(words.length).toBeGreaterThan(2);
    for (const one of words) expect(one).toMatch(new RegExp(`^苹果花园.+，照明：.+${number}。?$`));
    expect(dataOf(await P1().issue.listGiven({})).issues).toMatchObject([{ id, isOverdue: false }]);
  });
});
