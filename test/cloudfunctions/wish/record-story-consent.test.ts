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
    const consent = async () =>
      dataOf(await street.as('community S').content.readContent({ contentId })).consent;
    const contentId = (await storyContent())?._id ?? '';
    const before = await consent();
    dataOf(await wish.recordStoryConsent({ wishId, signedOn: '2026-03-10' }));
    expect([before, await consent()]).toEqual(['paper', 'given']);
    dataOf(await releaseStory());

    expect(early).toMatchObject(refusal('VALIDATION', { field: 'signedOn' }));
    expect((await wishStored(street, wishId)).story).toMatchObject({ isOnPaper: true, text: TOLD });
  });

  it('stands for the tap of nobody who has an account', async () => {
    const { _id: wishId, story, ...wish } = await metForK(street);
    const told = { allowedOn: '', isOnPaper: false, text: '', ...story };
    await street.replaceAll('wishes', [{ ...wish, _id: wishId, isHelped: false, story: told }]);
    const sign = () => street.as('community S').wish.recordStoryConsent({ wishId, signedOn: '2026-03-10' });
    await expectStandstill(
      street,
      sign,
      refused('WRONG_STATE', { state: 'confirmed', sentence: '等本人在“我的心愿”里点同意，纸上签的替不了' }),
    );
  });
});
