import { noticeAt } from '../fixture/notices';
import { register } from '../fixture/residents';
import { dataOf, openStreet, START, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the notices that somebody sees', () => {
  it('are those to the whole street for a stranger, and those to the own building for who lives there', async () => {
    const { streetId } = street.door('苹果花园 3-2-502');
    const whole = { groundKind: 'street', groundId: streetId, groundName: '街道' } as const;
    await street.replaceAll('notices', [
      noticeAt(street),
      noticeAt(street, { _id: 'other', groundId: street.building('苹果花园 5') }),
      noticeAt(street, { _id: 'hidden', state: 'hidden' }),
      noticeAt(street, { _id: 'review', state: 'review' }),
      noticeAt(street, { _id: 'whole', ...whole, publishedAt: START + 1 }),
    ]);
    const ids = async (calls: ReturnType<TestStreet['as']>) =>
      dataOf(await calls.notice.listNotices({})).notices.map(({ id }) => id);

    expect(await ids(street.as('resident X', null))).toEqual(['whole']);
    await register(street, street.door('苹果花园 3-2-502'));
    expect(await ids(await street.seated('resident A'))).toEqual(['whole', 'notice']);
    expect(await ids(street.as('worker W1'))).toEqual(['whole']);
  });
});
