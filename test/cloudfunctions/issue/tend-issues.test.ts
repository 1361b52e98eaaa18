import type { MessageDocument } from '../../../cloudfunctions/repositories/documents';
import { answered, reported, step, storedIssue } from '../fixture/issues';
import { dataOf, openStreet, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const DAY_MS = 86_400_000;
const later = async (days: number): Promise<void> => {
  await street.clock.set(street.clock.now() + days * DAY_MS);
  await street.runTimer('tendIssues');
};

describe('a reporter who does not answer', () => {
  it('is reminded after seven days, and after thirty shown apart, never as closed', async () => {
    const { id, reporter } = await reported(street);
    await answered(street, id);
    await later(6);
    expect((await storedIssue(street, id)).wakeOn).toBe('2026-03-17');
    await later(1);
    await street.runTimer('tendIssues');
    const asked = await street.all<MessageDocument>('messages', { kind: 'issueAsked' });
    expect(asked.map(({ userId }) => userId)).toEqual([street.userId('resident A')]);
    await later(22);
    expect(await storedIssue(street, id)).toMatchObject({ state: 'answered' });
    await later(1);
    expect(await storedIssue(street, id)).toMatchObject({
      state: 'unanswered',
      stage: 'unanswered',
      rating: 0,
    });
    const { counts } = dataOf(await street.as('administrator S').issue.readLedger({}));
    expect(counts['lighting']).toMatchObject({ ends: { unanswered: 1 }, rated: 0 });
    expect(counts['lighting']?.ends).not.toHaveProperty('closed');
    await step(street, { person: reporter, id, act: 'reopen' }, { note: '才看到，还没好' });
    expect(await storedIssue(street, id)).toMatchObject({ state: 'reopened' });
  });
});

describe('what is kept', () => {
  it('leaves pictures and numbers for thirty days after the end', async () => {
    const { id, reporter } = await reported(street);
    await answered(street, id);
    await step(street, { person: reporter, id, act: 'confirm' }, { rating: 5, note: '' });
    const issue = await storedIssue(street, id);
    expect(issue.purgeOn).toBe('2026-04-09');
    await street.replaceAll('issues', [{ ...issue, sealedPhone: 'sealed' }]);
    await later(29);
    expect(await storedIssue(street, id)).toHaveProperty('sealedPhone');
    await later(1);
    expect(await storedIssue(street, id)).not.toHaveProperty('sealedPhone');
    expect(await storedIssue(street, id)).toMatchObject({ purgeOn: '', state: 'closed' });
  });
});
