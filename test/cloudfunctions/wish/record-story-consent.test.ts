import type { ContentDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { metForK, wishStored } from '../fixture/wishes';

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
describe('a consent on paper to the story of a wish', () => {
  it('of somebody without a phone takes a consent on paper, and the helper’s tap is none', async () => {
    const { _id: wishId } = await metForK(street);
    dataOf(await street.as('volunteer E').wish.createStory({ wishId, text: TOLD }));

    await expectStandstill(
      street,
      () => street.as('head H3').wish.allowStory({ wishId, version: 1, allows: true }),
      refused('FORBIDDEN'),
    );
    const { wish } = street.as('community S');
    const early = await wish.recordStoryConsent({ wishId, signedOn: '2026-03-11' });
    dataOf(await wish.recordStoryConsent({ wishId, signedOn: '2026-03-10' }));
    dataOf(await releaseStory());

    expect(early).toMatchObject(refusal('VALIDATION', { field: 'signedOn' }));
    expect((await wishStored(street, wishId)).story).toMatchObject({ isOnPaper: true, text: TOLD });
  });
});
