import { layNotice, WORDS } from '../fixture/notices';
import { expectStandstill } from '../fixture/standstill';
import { accepted, openStreet, refused, START, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('read a notice', () => {
  const read = (noticeId = 'notice') => street.as('resident X', null).notice.readNotice({ noticeId });

  it('finds nothing where there is none', async () => {
    await expectStandstill(street, read, refused('NOT_FOUND'));
  });

  it.each(['review', 'returned', 'ended', 'hidden'] as const)(
    'finds nothing where it is %s',
    async (state) => {
      await layNotice(street, { state });
      await expectStandstill(street, read, refused('NOT_FOUND'));
    },
  );

  it('is open to everybody once it is published, and names nobody', async () => {
    await layNotice(street);
    expect(await read()).toEqual(
      accepted({
        id: 'notice',
        ...WORDS,
        ground: '苹果花园 3号楼',
        isImportant: true,
        publishedAt: START,
        endsOn: '2026-03-20',
      }),
    );
  });
});
