import type { GiftDocument } from '../../../cloudfunctions/repositories/documents';
import { offered, reserved, shown } from '../fixture/gifts';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const anybody = () => street.as('outsider X', null).gift;

describe('the shelf', () => {
  it('refuses a cursor that is none of ours', async () => {
    expect(await anybody().listShelf({ cursor: 'x' })).toEqual(refused('VALIDATION', { field: 'cursor' }));
  });

  it('shows anybody what can be had, the newest first, and nothing of who gives it', async () => {
    const first = await shown(street, '小凳子');
    await street.clock.set(street.clock.now() + 60_000);
    const second = await shown(street, '台灯');
    await reserved(street, '书架');
    await offered(street, '雨伞');

    const { gifts } = dataOf(await anybody().listShelf({}));

    expect(gifts.map(({ title }) => title)).toEqual(['台灯', '小凳子']);
    expect(gifts.map(({ id }) => id)).toEqual([second._id, first._id]);
    expect(Object.keys(gifts[0] ?? {}).sort()).toEqual([
      ...['community', 'condition', 'id', 'pictures', 'shownOn', 'state', 'title', 'words'],
    ]);
  });

  it('is one small answer, and goes on where it ended', async () => {
    const one = await shown(street);
    const many = Array.from({ length: 30 }, (_, at): GiftDocument => ({
      ...one,
      _id: String(at).padStart(26, 'z'),
      words: '字'.repeat(200),
      shownAt: one.shownAt - at,
    }));
    await street.replaceAll('gifts', many);
    const seen: string[] = [];
    for (let cursor: string | undefined, pages = 0; pages === 0 || cursor !== undefined; pages += 1) {
      const page = dataOf(await anybody().listShelf(cursor === undefined ? {} : { cursor }));
      expect(JSON.stringify(page).length).toBeLessThan(8_000);
      seen.push(...page.gifts.map(({ id }) => id));
      cursor = page.next;
    }

    expect(seen).toEqual(many.map(({ _id }) => _id));
  });
});
