import type { NoticeDocument } from '../../../cloudfunctions/repositories/documents';
import { noticeAt, WORDS, written } from '../fixture/notices';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the notices of a territory', () => {
  it('are refused to whoever writes none', async () => {
    for (const person of ['resident A', 'volunteer E']) {
      const call = () => street.as(person).notice.listManaged({});
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('are listed in every state, and no others', async () => {
    const elsewhere = street.door('樱花苑 2-1-302');
    await street.replaceAll('notices', [
      noticeAt(street),
      noticeAt(street, { _id: 'review', state: 'review', at: 1 }),
      noticeAt(street, { _id: 'compound', gridId: '', buildingId: '', at: 2 }),
      noticeAt(street, { _id: 'elsewhere', communityId: elsewhere.communityId, gridId: elsewhere.gridId }),
    ]);
    const ids = async (person: string) =>
      dataOf(await street.as(person).notice.listManaged({})).notices.map(({ id }) => id);
    expect(await ids('administrator S')).toEqual(['notice', 'compound', 'review']);
    expect(await ids('worker W1')).toEqual(['notice', 'review']);
    expect(await ids('street ADM')).toHaveLength(4);
  });

  it('stand there with their title before they are released, as it was handed in last', async () => {
    const worker = street.as('worker W1');
    const { noticeId } = dataOf(await worker.notice.saveNotice(written(street)));
    await street.replaceAll('notices', [
      ...(await street.all<NoticeDocument>('notices')),
      noticeAt(street, { _id: 'gone', state: 'returned', title: '' }),
    ]);
    const { notices } = dataOf(await worker.notice.listManaged({}));
    const titles = Object.fromEntries(notices.map(({ id, title, state }) => [id, [title, state]]));
    expect(titles).toEqual({ [noticeId]: [WORDS.title, 'review'], gone: ['', 'returned'] });
  });
});
