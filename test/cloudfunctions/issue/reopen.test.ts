import { answered, assignment, reported, step, storedIssue } from '../fixture/issues';
import { openStreet, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('not solved', () => {
  it('opens it again with its history and its first day', async () => {
    const { id, reporter } = await reported(street);
    await answered(street, id);
    await step(street, { person: reporter, id, act: 'reopen' }, { note: '晚上还是黑的' });
    const opened = await storedIssue(street, id);
    expect(opened).toMatchObject({
      state: 'reopened',
      stage: 'assign',
      dueOn: '',
      firstDueOn: '2026-03-13',
      assigneeId: '',
    });
    expect(opened.history.map((one) => one.step)).toEqual([
      'report',
      'classify',
      'assign',
      'start',
      'answer',
      'reopen',
    ]);
    expect(
      await street.count('messages', { kind: 'issueReopened', userId: street.userId('administrator S') }),
    ).toBe(1);
    const S = street.as('administrator S');
    await step(street, { person: S, id, act: 'assign' }, { ...assignment(street), dueOn: '2026-03-16' });
    expect(await storedIssue(street, id)).toMatchObject({ dueOn: '2026-03-16', firstDueOn: '2026-03-13' });
  });
});
