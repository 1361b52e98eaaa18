import type { ContentDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { claimedForK, metForK, toldOfWishes, wishStored } from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const refusal = (code: string, details: object = {}) => ({ ok: false, problem: { code, details } });
const boardOf = async () => dataOf(await street.as('outsider X').wish.listPublished({ view: 'open' })).wishes;

describe('take a wish back', () => {
  it('is refused to everybody but who made it, on an old version, and once it was met', async () => {
    const { _id: wishId, version } = await claimedForK(street);
    const { wish } = street.as('head H3');

    for (const [person, code] of [
      ['worker W1', 'NOT_FOUND'],
      ['volunteer E', 'FORBIDDEN'],
      ['community S', 'NOT_FOUND'],
    ] as const) {
      await expectStandstill(
        street,
        () => street.as(person).wish.withdraw({ wishId, version }),
        refused(code),
      );
    }
    await expectStandstill(
      street,
      () => wish.withdraw({ wishId, version: version + 1 }),
      refused('STALE_VERSION'),
    );
    await street.reset();
    const met = await metForK(street);
    expect(await wish.withdraw({ wishId: met._id, version: met.version })).toMatchObject(
      refusal('WRONG_STATE', { state: 'confirmed' }),
    );
  });

  it('tells the volunteer, hides the words, and erases the private part at once', async () => {
    const { _id: wishId, version } = await claimedForK(street);

    dataOf(await street.as('head H3').wish.withdraw({ wishId, version }));

    const after = await wishStored(street, wishId);
    expect(after).toMatchObject({ state: 'withdrawn', text: '', sealedText: '', sealedCode: '' });
    expect(after).not.toHaveProperty('sealedContact');
    expect(after).not.toHaveProperty('sealedPrivate');
    const told = await toldOfWishes(street, 'volunteer E');
    expect(told.map(({ values }) => values.note)).toEqual(['对方撤回了，不用再去，谢谢您。']);
    const contact = await street.as('volunteer E').wish.contact({ wishId, reason: '约时间送过去' });
    expect(contact).toMatchObject(refusal('EXPIRED'));
    expect(await boardOf()).toEqual([]);
    const [content] = await street.all<ContentDocument>('contents', { subjectId: wishId });
    expect(content?.state).toBe('hidden');
    const [mine] = dataOf(await street.as('head H3').wish.listOwn({})).wishes;
    expect(mine).toMatchObject({ text: '', state: 'withdrawn' });
  });
});
