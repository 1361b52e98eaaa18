import { contentAt, layContents } from '../fixture/contents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, START, type TestStreet } from '../fixture/street';

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
    const kinds = [
      'issue',
      'plan',
      'wish',
      'story',
      'notice',
      'guide',
      'course',
      'activity',
      'gift',
    ] as const;
    const rows = kinds.map((kind, at) => contentAt(street, { kind, subjectId: 'a', at: START + at }));
    const elsewhere = contentAt(street, {
      subjectId: 'b',
      communityId: street.door('樱花苑 2-1-302').communityId,
    });
    await layContents(street, [...rows, elsewhere, contentAt(street, { subjectId: 'c', state: 'checking' })]);

    const { contents } = dataOf(await S().queue({ show: 'waiting' }));

    expect(contents.map(({ kind }) => kind)).toEqual(kinds);
    expect(JSON.stringify(contents)).not.toContain(street.userId('resident A'));
    expect(dataOf(await street.as('street ADM').content.queue({ show: 'waiting' })).contents).toHaveLength(
      10,
    );
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
