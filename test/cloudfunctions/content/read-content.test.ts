import { activityAt } from '../fixture/activities';
import { contentAt, layContents } from '../fixture/contents';
import { expectStandstill } from '../fixture/standstill';
import { layNotice } from '../fixture/notices';
import { guideOf } from '../fixture/services';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const S = () => street.as('administrator S').content;

describe('read one text', () => {
  it('is refused where there is none, and in another community', async () => {
    const communityId = street.door('樱花苑 2-1-302').communityId;
    const [row] = await layContents(street, [contentAt(street, { communityId })]);
    for (const contentId of ['nothing', row!._id]) {
      await expectStandstill(street, () => S().readContent({ contentId }), refused('NOT_FOUND'));
    }
  });

  it('shows what everybody reads beside the words: when and where, and to whom; the place as it was handed in', async () => {
    const { _id, startAt, endAt } = await activityAt(street);
    const { _id: noticeId } = await layNotice(street);
    const { _id: guideId, shown } = await guideOf(street);
    const rows = await layContents(street, [
      contentAt(street, { kind: 'activity', subjectId: _id, text: '周六清洁日\n苹果花园北门\n带手套' }),
      contentAt(street, { kind: 'notice', subjectId: noticeId }),
      contentAt(street, { kind: 'guide', subjectId: guideId }),
    ]);
    const [activity, notice, guide] = await Promise.all(
      rows.map(async (row) => dataOf(await S().readContent({ contentId: row._id }))),
    );
    expect(activity).toMatchObject({ activity: { startAt, endAt, place: '苹果花园北门', capacity: 20 } });
    expect(notice).toMatchObject({ notice: { ground: '苹果花园 3号楼', isImportant: true } });
    expect(guide).toMatchObject({ officePhone: shown!.phone });
  });
});
