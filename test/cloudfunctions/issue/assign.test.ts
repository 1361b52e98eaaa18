import { messageWords } from '@domain/inbox/message';
import type { MessageDocument } from '../../../cloudfunctions/repositories/documents';
import { contentOf, runChecks } from '../fixture/contents';
import {
  assigned,
  assignment,
  classified,
  PLAN,
  planned,
  reported,
  step,
  storedIssue,
} from '../fixture/issues';
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

describe('what everybody reads of a plan', () => {
  const shown = async (issueId: string) => {
    const { milestones } = dataOf(await street.as('outsider X', null).issue.readReleased({ issueId }));
    return milestones.map(({ words, dueOn }) => [words, dueOn]);
  };
  const WORDS = PLAN.milestones.map(({ words, dueOn }) => [words, dueOn]);
  const DAYS = PLAN.milestones.map(({ dueOn }) => ['', dueOn]);
  const decide = async (verdict: 'release' | 'return', issueId: string) => {
    const { _id: contentId, version } = await contentOf(street, 'plan', issueId);
    const reason = '请写清楚是哪一段路';
    return street.as('administrator S2').content.review({ contentId, version, verdict, reason });
  };

  it('are its days alone until the machine and a person have looked at its words', async () => {
    const { id } = await reported(street);
    await planned(street, id);
    expect(await shown(id)).toEqual(DAYS);
    expect(await decide('release', id)).toEqual(refused('WRONG_STATE', { state: 'checking' }));

    await runChecks(street);
    expect(await contentOf(street, 'plan', id)).toMatchObject({ state: 'waiting', check: 'passed' });
    expect(await shown(id)).toEqual(DAYS);
    dataOf(await decide('release', id));

    expect(await shown(id)).toEqual(WORDS);
  });

  it('are gone again where the desk takes them down, or another plan takes their place', async () => {
    const { id } = await reported(street);
    await planned(street, id);
    await runChecks(street);
    dataOf(await decide('release', id));
    const { _id: contentId, version } = await contentOf(street, 'plan', id);
    dataOf(await S().content.takedown({ contentId, version, reason: '里面说了别人的私事' }));
    expect(await shown(id)).toEqual(DAYS);

    const again = { ...assignment(street), ...PLAN };
    await step(street, { person: S(), id, act: 'assign' }, again);
    await runChecks(street);
    dataOf(await decide('release', id));
    expect(await shown(id)).toEqual(WORDS);
    await step(street, { person: S(), id, act: 'assign' }, again);
    expect(await shown(id)).toEqual(DAYS);
  });

  it('wait for nobody once the issue is done at once; who wrote them is told what to change', async () => {
    const { id } = await reported(street);
    await planned(street, id);
    await runChecks(street);
    dataOf(await decide('return', id));
    const [told] = await street.all<MessageDocument>('messages', { kind: 'contentReturned' });
    expect([told?.userId, told?.link]).toEqual([
      street.userId('administrator S'),
      `/packages/ledger/pages/issue-work/issue-work?id=${id}`,
    ]);
    await step(street, { person: S(), id, act: 'assign' }, assignment(street));

    expect(await contentOf(street, 'plan', id)).toMatchObject({ state: 'hidden' });
    expect(await shown(id)).toEqual([]);
  });

  it('are handed in by nobody where the issue is not on the board', async () => {
    const { id } = await reported(street);
    await classified(street, id);
    await step(street, { person: S(), id, act: 'assign' }, { ...assignment(street), ...PLAN });

    expect(await street.count('contents', { kind: 'plan' })).toBe(0);
    expect((await storedIssue(street, id)).milestones).toHaveLength(2);
  });

  it('are refused with a number to call in them, and nothing is written', async () => {
    const { id } = await reported(street);
    await classified(street, id, 'release');
    const { version } = await storedIssue(street, id);
    const milestones = [{ words: '打 100 0000 1234 问', dueOn: '2026-03-13' }];
    const input = { issueId: id, version, ...assignment(street), ...PLAN, milestones };

    await expectStandstill(street, () => S().issue.assign(input), refused('CONTENT_REJECTED'));
  });
});
