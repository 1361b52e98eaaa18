import type { ContentDocument } from '../../../cloudfunctions/repositories/documents';
import { openWishPrivate } from '../../../cloudfunctions/records/sealed-wish';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { doorOfK, FOR_K, HELPER_NUMBER, keptForK, publishedForK, STOOL } from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('make a wish for somebody without a phone', () => {
  const input = () => ({ doorId: doorOfK(street).id, ...FOR_K });

  it('is refused for a door that is not there, and outside the own building, grid, community', async () => {
    const elsewhere = street.door('樱花苑 2-1-302').id;
    const head = street.as('head H3').wish;

    await expectStandstill(
      street,
      () => head.createFor({ ...input(), doorId: 'none-1' }),
      refused('NOT_FOUND'),
    );
    for (const person of ['head H3', 'worker W1', 'community S']) {
      const call = () => street.as(person).wish.createFor({ ...input(), doorId: elsewhere });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('is refused to residents, volunteers and outsiders, and without the person’s yes', async () => {
    for (const person of ['outsider X', 'volunteer E', 'office ADM']) {
      await expectStandstill(street, () => street.as(person).wish.createFor(input()), refused('FORBIDDEN'));
    }
    await expectStandstill(
      street,
      () => street.as('head H3').wish.createFor({ ...input(), agrees: false }),
      refused('CONSENT_REQUIRED'),
    );
  });

  it('keeps who it is for sealed, and gives nothing of the household back', async () => {
    const wish = await keptForK(street);

    expect(wish).toMatchObject({ isHelped: true, madeBy: street.userId('head H3'), compound: '苹果花园' });
    expect(openWishPrivate(street.keyring, wish)).toMatchObject({ isAlone: true });
    const stored = JSON.stringify(wish);
    for (const secret of [STOOL, FOR_K.name, HELPER_NUMBER, '3-2-201', FOR_K.note]) {
      expect(stored).not.toContain(secret);
    }
    const [content] = await street.all<ContentDocument>('contents', { kind: 'wish' });
    expect(content).toMatchObject({ state: 'waiting', check: 'passed', subjectId: wish._id });
  });

  it('says that the home has such a wish without showing words that nobody has released', async () => {
    const wish = await keptForK(street);
    const again = { ...input(), text: '一位老人想要防滑的浴凳' };

    const other = await street.as('worker W1').wish.createFor(again);

    expect(other).toEqual(accepted({ outcome: 'similar', wishId: wish._id }));
    expect(dataOf(await street.as('head H3').wish.createFor(again))).toMatchObject({ text: STOOL });
  });

  it('shows the words of a similar one once they are released', async () => {
    await publishedForK(street);

    const reply = dataOf(await street.as('worker W1').wish.createFor(input()));

    expect(reply).toMatchObject({ outcome: 'similar', text: STOOL });
  });
});
