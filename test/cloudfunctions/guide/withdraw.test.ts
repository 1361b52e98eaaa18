import type { GuideDocument } from '../../../cloudfunctions/repositories/documents';
import { contentOf } from '../fixture/contents';
import { guideOf, GUIDE_TEXT, release } from '../fixture/services';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const S = () => street.as('administrator S').guide;

describe('withdraw a guide', () => {
  it('is refused where there is none, and for another community’s', async () => {
    const { _id: guideId, version } = await guideOf(street);
    const missing = () => S().withdraw({ guideId: 'nothing', version });
    await expectStandstill(street, missing, refused('NOT_FOUND'));
    const foreign = () => street.as('leader GL1').guide.withdraw({ guideId, version });
    await expectStandstill(street, foreign, refused('NOT_FOUND'));
  });

  it('is refused to whoever writes none', async () => {
    const { _id: guideId, version } = await guideOf(street);
    for (const person of ['outsider X', 'worker W1']) {
      const call = () => street.as(person).guide.withdraw({ guideId, version });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused on a version that has passed, and a second time', async () => {
    const { _id: guideId } = await guideOf(street);
    const stale = () => S().withdraw({ guideId, version: 7 });
    await expectStandstill(street, stale, refused('STALE_VERSION', { version: 1 }));
    dataOf(await S().withdraw({ guideId, version: 1 }));

    const twice = () => S().withdraw({ guideId, version: 2 });
    await expectStandstill(street, twice, refused('WRONG_STATE', { state: 'withdrawn' }));
  });

  it('takes it from everybody’s sight, and a waiting text from the queue', async () => {
    const { guideId, version } = dataOf(await S().save({ version: 0, text: GUIDE_TEXT }));

    expect(await S().withdraw({ guideId, version })).toEqual(accepted({ version: 2 }));

    expect((await contentOf(street, 'guide', guideId)).state).toBe('hidden');
    expect((await street.stored<GuideDocument>('guides', guideId))?.state).toBe('withdrawn');
  });

  it('can be written and released again afterwards', async () => {
    const { _id: guideId } = await guideOf(street);
    dataOf(await S().withdraw({ guideId, version: 1 }));
    dataOf(await S().save({ guideId, version: 2, text: GUIDE_TEXT }));

    await release(street, 'guide', guideId);

    expect((await street.stored<GuideDocument>('guides', guideId))?.state).toBe('shown');
  });

  it('follows when the desk takes the text down', async () => {
    const { guideId } = dataOf(await S().save({ version: 0, text: GUIDE_TEXT }));
    await release(street, 'guide', guideId);
    const { _id: contentId, version } = await contentOf(street, 'guide', guideId);

    dataOf(await street.as('administrator S').content.takedown({ contentId, version, reason: '内容过时了' }));

    expect((await street.stored<GuideDocument>('guides', guideId))?.state).toBe('withdrawn');
  });
});
