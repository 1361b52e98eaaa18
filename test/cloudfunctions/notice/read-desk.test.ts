import { contentOf, runChecks } from '../fixture/contents';
import { layNotice, WORDS, written } from '../fixture/notices';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('one notice on the desk', () => {
  it('is nowhere, or not theirs, to others than those whose place it is', async () => {
    await layNotice(street);
    const read = (person: string, noticeId: string) => street.as(person).notice.readDesk({ noticeId });
    expect(await read('administrator S', 'no')).toEqual(refused('NOT_FOUND'));
    expect(await read('leader GL1', 'notice')).toEqual(refused('NOT_FOUND'));
    expect(await read('resident A', 'notice')).toEqual(refused('FORBIDDEN'));
  });

  it('shows what was written last, released or not, and why it came back', async () => {
    await layNotice(street);
    const staff = street.as('administrator S');
    expect(dataOf(await staff.notice.readDesk({ noticeId: 'notice' }))).toMatchObject(WORDS);
    const title = '周日停水';
    const { noticeId } = dataOf(await staff.notice.saveNotice({ ...written(street), title }));
    await runChecks(street);
    const { _id: contentId, version } = await contentOf(street, 'notice', noticeId);
    const reason = '请写清楚时间地点';
    dataOf(await staff.content.review({ contentId, version, verdict: 'return', reason }));
    expect(dataOf(await staff.notice.readDesk({ noticeId }))).toEqual({
      version: 2,
      title,
      body: WORDS.body,
      reason,
    });
  });
});
