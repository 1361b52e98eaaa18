import type { ContentDocument, WishDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { doorOfK, FOR_K, keptForK, wishStored } from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('send a wish again', () => {
  const returned = async (): Promise<WishDocument> => {
    const { _id: wishId, version } = await keptForK(street);
    const verdict = { is: 'return', reason: '写清楚要多高的凳子' } as const;
    dataOf(await street.as('community S').wish.review({ wishId, version, verdict }));
    return wishStored(street, wishId);
  };
  const text = '一位老人想要一个四十公分高的浴凳';

  it('is refused to everybody but who made it, on an old version, and while it is in review', async () => {
    const { _id: wishId, version } = await returned();
    const { wish } = street.as('head H3');

    await expectStandstill(
      street,
      () => street.as('worker W1').wish.resend({ wishId, version, text }),
      refused('NOT_FOUND'),
    );
    await expectStandstill(
      street,
      () => wish.resend({ wishId: 'nothing', version, text }),
      refused('NOT_FOUND'),
    );
    await expectStandstill(
      street,
      () => wish.resend({ wishId, version: version + 1, text }),
      refused('STALE_VERSION'),
    );
    dataOf(await wish.resend({ wishId, version, text }));
    const late = await wish.resend({ wishId, version: version + 1, text });
    expect(late).toMatchObject({ ok: false, problem: { code: 'WRONG_STATE', details: { state: 'review' } } });
  });

  it('is told why it came back, and waits anew with the new words', async () => {
    const { _id: wishId, version } = await returned();
    const { wish } = street.as('head H3');
    const [mine] = dataOf(await wish.listOwn({})).wishes;

    dataOf(await wish.resend({ wishId, version, text }));

    expect(mine).toMatchObject({ state: 'returned', reason: '写清楚要多高的凳子' });
    const [after] = dataOf(await wish.listOwn({})).wishes;
    expect(after).toMatchObject({ state: 'review', text });
    const [content] = await street.all<ContentDocument>('contents', { subjectId: wishId });
    expect(content).toMatchObject({ state: 'checking', check: 'due' });
  });

  it('is the office’s too, for one that it wrote down for somebody and finds among its own', async () => {
    const { wish } = street.as('community S');
    const { wishId } = dataOf(await wish.createFor({ doorId: doorOfK(street).id, ...FOR_K }));
    await street.runTimer('checkContents');
    const verdict = { is: 'return', reason: '写清楚要多高的凳子' } as const;
    const colleague = street.as('community S2').wish;
    dataOf(await colleague.review({ wishId, version: 1, verdict }));

    expect(dataOf(await wish.listOwn({})).wishes).toMatchObject([{ id: wishId, state: 'returned' }]);
    await expectStandstill(
      street,
      () => colleague.resend({ wishId, version: 2, text }),
      refused('NOT_FOUND'),
    );
    expect(await wish.resend({ wishId, version: 2, text })).toMatchObject({ ok: true });
    expect(dataOf(await wish.withdraw({ wishId, version: 3 }))).toMatchObject({ state: 'withdrawn' });
  });
});
