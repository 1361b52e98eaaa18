import { contentAt, contentOf, decideChecks, layContents, runChecks } from '../fixture/contents';
import { openStreet, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const HALF_HOUR_MS = 30 * 60_000;
const due = { check: 'due', state: 'checking', nextCheckAt: 1 } as const;
const row = () => contentOf(street, 'story', 'subject');

describe('the minute in which texts are checked', () => {
  it.each([
    ['passed', '周六上午九点在小广场打扫'],
    ['doubtful', '加微信领取'],
    ['risky', '代.开 发票'],
  ] as const)('finds a text %s, and a person decides after it', async (check, text) => {
    await layContents(street, [contentAt(street, { ...due, text })]);
    await runChecks(street);
    expect(await row()).toMatchObject({ check, state: 'waiting', nextCheckAt: 0, sealedOpenid: '' });
  });

  it('keeps a text out of sight while nobody answers, asks three times, and then leaves it to a person', async () => {
    await decideChecks(street, 'down');
    await layContents(street, [contentAt(street, due)]);
    for (const tries of [1, 2]) {
      await runChecks(street);
      expect(await row()).toMatchObject({ check: 'due', state: 'checking', tries });
      await runChecks(street);
      expect(await row()).toMatchObject({ tries });
      await street.clock.set(street.clock.now() + HALF_HOUR_MS);
    }
    await runChecks(street);
    expect(await row()).toMatchObject({ check: 'unchecked', state: 'waiting', tries: 3, sealedOpenid: '' });
  });

  it('passes a text as soon as somebody answers again', async () => {
    await decideChecks(street, 'down');
    await layContents(street, [contentAt(street, due)]);
    await runChecks(street);
    await decideChecks(street, 'words');
    await street.clock.set(street.clock.now() + HALF_HOUR_MS);
    await runChecks(street);
    expect(await row()).toMatchObject({ check: 'passed', state: 'waiting', tries: 1 });
  });

  it('leaves alone what was decided meanwhile', async () => {
    await layContents(street, [contentAt(street, { state: 'hidden', check: 'unchecked' })]);
    await runChecks(street);
    expect(await row()).toMatchObject({ state: 'hidden', version: 1 });
  });
});

describe('the night in which texts go', () => {
  it('erases what nobody has seen for a month, and nothing else', async () => {
    await layContents(street, [
      contentAt(street, { subjectId: 'gone', state: 'returned', purgeOn: '2026-03-10' }),
      contentAt(street, { subjectId: 'stays', state: 'hidden', purgeOn: '2026-03-11' }),
      contentAt(street, { subjectId: 'seen', state: 'released' }),
    ]);
    await street.runTimer('purgeContents');
    const left = await street.all<{ subjectId: string }>('contents');
    expect(left.map(({ subjectId }) => subjectId).sort()).toEqual(['seen', 'stays']);
  });
});
