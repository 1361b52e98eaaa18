import type { GuideDocument } from '../../../cloudfunctions/repositories/documents';
import { contentOf, decideChecks } from '../fixture/contents';
import { change, guideOf, GUIDE_TEXT, release } from '../fixture/services';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const S = () => street.as('administrator S').guide;

async function publicTitles(): Promise<string[]> {
  const { guides } = dataOf(await street.as('outsider X').guide.list({}));
  return guides.map(({ title }) => title);
}

describe('save a guide', () => {
  it('is refused where there is none, and for another community’s and the street’s', async () => {
    const { _id: guideId, version } = await guideOf(street);
    const wish = { version, text: GUIDE_TEXT };
    await expectStandstill(street, () => S().save({ ...wish, guideId: 'nothing' }), refused('NOT_FOUND'));
    const leader = street.as('leader GL1').guide;
    await expectStandstill(street, () => leader.save({ ...wish, guideId }), refused('NOT_FOUND'));
    await change(street, 'guides', { _id: guideId, communityId: '' });
    await expectStandstill(street, () => S().save({ ...wish, guideId }), refused('NOT_FOUND'));
  });

  it('is refused to whoever writes none', async () => {
    for (const person of ['outsider X', 'worker W1', 'volunteer E', 'auditor Q']) {
      const call = () => street.as(person).guide.save({ version: 0, text: GUIDE_TEXT });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused for a text that is not whole, and for one with a private number', async () => {
    const empty = { ...GUIDE_TEXT, title: '' };
    await expectStandstill(street, () => S().save({ version: 0, text: empty }), refused('VALIDATION'));
    const telling = { ...GUIDE_TEXT, who: '找王师傅，手机 10012345678' };
    const call = () => S().save({ version: 0, text: telling });
    await expectStandstill(street, call, refused('CONTENT_REJECTED', { kinds: 'phone' }));
  });

  it('is refused on a version that has passed', async () => {
    const { _id: guideId } = await guideOf(street);
    const call = () => S().save({ guideId, version: 9, text: GUIDE_TEXT });
    await expectStandstill(street, call, refused('STALE_VERSION', { version: 1 }));
  });

  it('keeps a new text for nobody to see until it is released', async () => {
    const { guideId } = dataOf(await S().save({ version: 0, text: GUIDE_TEXT }));
    expect(await publicTitles()).not.toContain(GUIDE_TEXT.title);

    await release(street, 'guide', guideId);

    expect(await publicTitles()).toContain(GUIDE_TEXT.title);
    const stored = await street.stored<GuideDocument>('guides', guideId);
    expect(stored).toMatchObject({ state: 'shown', community: '金果社区', shown: GUIDE_TEXT });
    expect(stored).not.toHaveProperty('draft');
    expect((await street.stored<GuideDocument>('guides', guideId))?.initials).toEqual(['BMLF', 'JT']);
  });

  it('leaves what is shown as it is while a newer text waits', async () => {
    const { _id: guideId, shown } = await guideOf(street);
    const { version } = dataOf(await S().save({ guideId, version: 1, text: GUIDE_TEXT }));
    expect(version).toBe(2);
    expect(await publicTitles()).toContain(shown?.title);

    await release(street, 'guide', guideId);

    expect(await publicTitles()).toContain(GUIDE_TEXT.title);
    expect(await publicTitles()).not.toContain(shown?.title);
  });

  it('is not shown where the machine says no and nobody says otherwise', async () => {
    await decideChecks(street, 'risky');
    dataOf(await S().save({ version: 0, text: GUIDE_TEXT }));

    await street.runTimer('checkContents');

    expect(await publicTitles()).not.toContain(GUIDE_TEXT.title);
  });

  it('J13.E6 a banned word in any line holds it, whichever line that is', async () => {
    for (const line of ['title', 'who', 'where', 'hours', 'note'] as const) {
      const text = { ...GUIDE_TEXT, [line]: '代 开 发 票' };
      const { guideId } = dataOf(await S().save({ version: 0, text }));
      await street.runTimer('checkContents');
      const { _id: contentId, version, check } = await contentOf(street, 'guide', guideId);
      expect([line, check]).toEqual([line, 'risky']);
      const alone = { contentId, version, verdict: 'release', reason: '看过原文，没有问题' } as const;
      expect(await street.as('administrator S').content.review(alone)).toEqual(refused('FORBIDDEN'));
    }
  });

  it('the same operation again answers as before', async () => {
    const opId = newOpId();
    const first = dataOf(await S().save({ version: 0, text: GUIDE_TEXT }, { opId }));

    expect(await S().save({ version: 0, text: GUIDE_TEXT }, { opId, again: true })).toEqual(repeated(first));
    expect(await street.count('contents')).toBe(1);
  });
});
