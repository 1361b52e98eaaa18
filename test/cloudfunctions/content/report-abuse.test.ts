import { contentAt, contentOf, layContents } from '../fixture/contents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const S = () => street.as('administrator S').content;

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
