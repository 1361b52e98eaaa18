import { assigned, assignment, classified, reported, step, storedIssue } from '../fixture/issues';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const S = () => street.as('administrator S');
const P1 = () => street.as('property P1');

describe('work', () => {
  it('is refused to who does not have it, in a wrong order, and without words', async () => {
    const { id: issueId, reporter } = await reported(street);
    await assigned(street, issueId);
    const start = { issueId, version: 3, act: 'start', note: '' } as const;
    for (const person of [street.as('worker W1'), street.as('head H3'), street.as('guard G1')]) {
      await expectStandstill(street, () => person.issue.work(start), refused('NOT_FOUND'));
    }
    await expectStandstill(street, () => reporter.issue.work(start), refused('FORBIDDEN'));
    const early = { ...start, act: 'answer', note: '换好了，请看看' } as const;
    await expectStandstill(
      street,
      () => P1().issue.work(early),
      refused('WRONG_STATE', { state: 'assigned' }),
    );
    await step(street, { person: P1(), id: issueId, act: 'work' }, { act: 'start', note: '' });
    for (const [changes, code] of [
      [{ note: '好' }, 'VALIDATION'],
      [{ note: '换好了，有事打 10012345678' }, 'CONTENT_REJECTED'],
      [{ act: 'milestone' }, 'VALIDATION'],
    ] as const) {
      await expectStandstill(
        street,
        () => P1().issue.work({ ...early, version: 4, ...changes }),
        refused(code),
      );
    }
  });

  it('by a plan is answered when its milestones are reached', async () => {
    const { id } = await reported(street);
    await classified(street, id);
    const milestones = [
      { words: '画线', dueOn: '2026-03-11' },
      { words: '通知业主', dueOn: '2026-03-12' },
      { words: '开放车位', dueOn: '2026-03-13' },
    ];
    await step(
      street,
      { person: S(), id, act: 'assign' },
      { ...assignment(street), track: 'plan', milestones },
    );
    const at = { person: P1(), id, act: 'work' } as const;
    await step(street, at, { act: 'start', note: '' });
    const answer = async () =>
      P1().issue.work({
        issueId: id,
        version: (await storedIssue(street, id)).version,
        act: 'answer',
        note: '车位都画好了',
      });
    expect(await answer()).toEqual(refused('WRONG_STATE', { state: 'milestone' }));
    for (const milestone of [0, 1, 2]) await step(street, at, { act: 'milestone', note: '', milestone });
    const twice = { issueId: id, version: 7, act: 'milestone', note: '', milestone: 0 } as const;
    expect(await P1().issue.work(twice)).toEqual(refused('WRONG_STATE', { state: 'reached' }));
    expect(await answer()).toEqual(accepted({ state: 'answered' }));
    const own = dataOf(await street.as('resident A').issue.listOwn({})).issues.find((one) => one.id === id);
    const reached = own?.history.filter(({ step: name }) => name === 'milestone');
    expect(reached?.map(({ note }) => note)).toEqual(milestones.map(({ words }) => words));
  });
});
