import type { ContentDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import {
  claimed,
  doneForK,
  HELPED,
  keptOfA,
  metForK,
  released,
  reported,
  toldOfWishes,
} from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const refusal = (code: string, details: object = {}) => ({ ok: false, problem: { code, details } });
const TOLD = '凳子送到了，脚下稳当多了。';

const storyContent = async () => (await street.all<ContentDocument>('contents', { kind: 'story' }))[0];
const releaseStory = async () => {
  await street.runTimer('checkContents');
  const content = await storyContent();
  const which = { contentId: content?._id ?? '', version: content?.version ?? 0 };
  return street.as('community S').content.review({ ...which, verdict: 'release' });
};
const met = async () => dataOf(await street.as('outsider X').wish.listPublished({ view: 'met' })).wishes;

/** A's own wish, met by F. */
const metOfA = async () => {
  const wish = await claimed(street, await released(street, await keptOfA(street)), 'volunteer F');
  const { _id: wishId, version } = await reported(street, wish, 'volunteer F');
  const resident = await street.seated('resident A');
  dataOf(await resident.wish.confirm({ wishId, version, word: 'received' }));
  return { wishId, resident };
};

describe('write the story of a wish', () => {
  it('is refused before it was met, to who had no part, and where it judges somebody', async () => {
    const { _id: early } = await doneForK(street);
    const { wish } = street.as('volunteer E');
    expect(await wish.createStory({ wishId: early, text: TOLD })).toMatchObject(refusal('WRONG_STATE'));
    await street.reset();
    const { _id: wishId } = await metForK(street);

    await expectStandstill(
      street,
      () => street.as('volunteer F').wish.createStory({ wishId, text: TOLD }),
      refused('NOT_FOUND'),
    );
    const judging = await wish.createStory({ wishId, text: '独居的老人收到凳子很高兴' });
    expect(judging).toMatchObject(refusal('CONTENT_REJECTED', { field: 'text' }));
  });

  it.each([
    ['a number', '凳子送到了，打 10000000303 找我们'],
    ['a door', '凳子送到了苹果花园3幢2单元201室'],
    ['the name of who it is about', `${HELPED.name}收到凳子，脚下稳当多了`],
  ])('is refused with %s in it, in words', async (_what, text) => {
    const { _id: wishId } = await metForK(street);

    await expectStandstill(
      street,
      () => street.as('volunteer E').wish.createStory({ wishId, text }),
      refused('CONTENT_REJECTED', { sentence: expect.stringMatching(/不写名字|请去掉/) as string }),
    );
  });

  it('of the volunteer is not released without the yes of who it is about', async () => {
    const { wishId } = await metOfA();
    dataOf(await street.as('volunteer F').wish.createStory({ wishId, text: TOLD }));

    expect(await releaseStory()).toMatchObject(refusal('CONSENT_REQUIRED'));
    expect(await met()).toMatchObject([{ id: wishId }]);
    expect((await met())[0]).not.toHaveProperty('story');
  });

  it('asks a helper for the paper, who may not agree for somebody else', async () => {
    const { _id: wishId } = await metForK(street);

    dataOf(await street.as('volunteer E').wish.createStory({ wishId, text: TOLD }));

    const told = await toldOfWishes(street, 'head H3');
    expect(told.map(({ values }) => values.note).join()).toContain('在纸上签字同意');
  });

  it('may be written by the beneficiary, whose yes it is', async () => {
    const { wishId, resident } = await metOfA();

    dataOf(await resident.wish.createStory({ wishId, text: TOLD }));
    dataOf(await releaseStory());

    expect(await met()).toMatchObject([{ story: TOLD }]);
  });
});
