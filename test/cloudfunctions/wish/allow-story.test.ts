import type { ContentDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { claimed, keptOfA, released, reported, wishStored } from '../fixture/wishes';

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

describe('allow the story of a wish', () => {
  it('is refused where there is none, to the volunteer, and to other residents', async () => {
    const { wishId, resident } = await metOfA();

    const yes = { wishId, version: 1, allows: true };
    expect(await resident.wish.allowStory(yes)).toMatchObject(refusal('WRONG_STATE'));
    await expectStandstill(
      street,
      () => resident.wish.allowStory({ ...yes, wishId: 'nothing' }),
      refused('NOT_FOUND'),
    );
    await expectStandstill(street, () => street.as('volunteer F').wish.allowStory(yes), refused('FORBIDDEN'));
  });

  it('stands once the beneficiary has said yes and the community released it, and goes with a no', async () => {
    const { wishId, resident } = await metOfA();
    dataOf(await street.as('volunteer F').wish.createStory({ wishId, text: TOLD }));
    const { version } = await wishStored(street, wishId);
    dataOf(await resident.wish.allowStory({ wishId, version, allows: true }));

    dataOf(await releaseStory());

    expect(await met()).toMatchObject([{ id: wishId, story: TOLD }]);
    dataOf(await resident.wish.allowStory({ wishId, version, allows: false }));
    expect((await met())[0]).not.toHaveProperty('story');
    expect((await storyContent())?.state).toBe('hidden');
  });

  it('is asked of who has read it: its words stand there, and a yes to others is none', async () => {
    const { wishId, resident } = await metOfA();
    const { wish } = street.as('volunteer F');
    dataOf(await wish.createStory({ wishId, text: TOLD }));
    const [asked] = dataOf(await resident.wish.listOwn({})).wishes;
    expect(asked).toMatchObject({ story: 'asked', storyText: TOLD });
    expect(dataOf(await wish.listOwn({})).wishes[0]).not.toHaveProperty('storyText');
    dataOf(await wish.createStory({ wishId, text: '她家在河边，门口有棵枣树。' }));
    const { version } = await wishStored(street, wishId);

    const yes = { wishId, version: asked!.version, allows: true };
    await expectStandstill(
      street,
      () => resident.wish.allowStory(yes),
      refused('STALE_VERSION', { version }),
    );
  });
});
