import { contentAt, contentOf, layContents } from '../fixture/contents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, START, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const S = () => street.as('administrator S').content;

describe('the queue of texts', () => {
  it('is refused to whoever publishes nothing', async () => {
    for (const person of ['resident A', 'worker W1', 'volunteer E']) {
      const call = () => street.as(person).content.queue({ show: 'waiting' });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('holds every kind of the own territory, what waits longest first, and records the look', async () => {
    const kinds = ['issue', 'wish', 'story', 'notice', 'guide', 'course', 'activity'] as const;
    const rows = kinds.map((kind, at) => contentAt(street, { kind, subjectId: 'a', at: START + at }));
    const elsewhere = contentAt(street, {
      subjectId: 'b',
      communityId: street.door('樱花苑 2-1-302').communityId,
    });
    await layContents(street, [...rows, elsewhere, contentAt(street, { subjectId: 'c', state: 'checking' })]);

    const { contents } = dataOf(await S().queue({ show: 'waiting' }));

    expect(contents.map(({ kind }) => kind)).toEqual(kinds);
    expect(JSON.stringify(contents)).not.toContain(street.userId('resident A'));
    expect(dataOf(await street.as('street ADM').content.queue({ show: 'waiting' })).contents).toHaveLength(8);
    expect(dataOf(await S().queue({ show: 'checking' })).contents).toHaveLength(1);
  });

  it('says only the beginning of a long text; the whole is read by itself', async () => {
    const text = '很长的通知。'.repeat(100);
    const [row] = await layContents(street, [contentAt(street, { text })]);
    const { contents } = dataOf(await S().queue({ show: 'waiting' }));
    expect(contents[0]?.excerpt).toHaveLength(61);
    expect(dataOf(await S().readContent({ contentId: row!._id }))).toMatchObject({ text, mayRelease: true });
  });
});

describe('read one text', () => {
  it('is refused where there is none, and in another community', async () => {
    const communityId = street.door('樱花苑 2-1-302').communityId;
    const [row] = await layContents(street, [contentAt(street, { communityId })]);
    for (const contentId of ['nothing', row!._id]) {
      await expectStandstill(street, () => S().readContent({ contentId }), refused('NOT_FOUND'));
    }
  });
});

describe('take a text down', () => {
  const laid = async (changes = {}) => {
    const [row] = await layContents(street, [contentAt(street, { state: 'released', ...changes })]);
    return { contentId: row!._id, version: row!.version, reason: '写了别人的病' };
  };

  it('is refused where there is none, without a reason, hidden already, and on a version that has passed', async () => {
    const at = await laid();
    const refusals = [
      [{ ...at, contentId: 'nothing' }, refused('NOT_FOUND')],
      [{ ...at, version: 9 }, refused('STALE_VERSION', { version: 1 })],
      [{ ...at, reason: '不好' }, refused('REASON_REQUIRED')],
    ] as const;
    for (const [input, refusal] of refusals) {
      await expectStandstill(street, () => S().takedown(input), refusal);
    }
    const hidden = await laid({ state: 'hidden' });
    await expectStandstill(street, () => S().takedown(hidden), refused('WRONG_STATE', { state: 'hidden' }));
  });

  it.each(['checking', 'waiting', 'released', 'returned'] as const)('hides one that is %s', async (state) => {
    const at = await laid({ state });
    expect(await S().takedown(at)).toEqual(accepted({ state: 'hidden' }));
    expect(await street.count('messages', { kind: 'contentHidden' })).toBe(1);
  });
});

describe('say that something is wrong with a text', () => {
  const report = (subjectId: string, person = 'worker W1') =>
    street.as(person).content.reportAbuse({ kind: 'story', subjectId, abuse: 'private' });

  it.each(['checking', 'waiting', 'returned', 'hidden'] as const)(
    'finds nothing where nobody sees it: %s',
    async (state) => {
      await layContents(street, [contentAt(street, { state })]);
      await expectStandstill(street, () => report('subject'), refused('NOT_FOUND'));
      await expectStandstill(street, () => report('nothing'), refused('NOT_FOUND'));
    },
  );

  it('puts it before staff once, who does not learn who said so', async () => {
    await layContents(street, [contentAt(street, { state: 'released' })]);
    expect(await report('subject')).toEqual(accepted({}));
    expect(await report('subject')).toEqual(accepted({}));
    expect(await report('subject', 'volunteer E')).toEqual(accepted({}));
    expect((await contentOf(street, 'story', 'subject')).reporters).toHaveLength(2);
    const { contents } = dataOf(await S().queue({ show: 'reported' }));
    expect(contents).toMatchObject([{ abuses: ['private'], state: 'released' }]);
    expect(JSON.stringify(contents)).not.toContain(street.userId('worker W1'));
  });
});
