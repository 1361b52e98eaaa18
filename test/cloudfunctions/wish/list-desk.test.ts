import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { claimed, keptForK, publishedForK, released } from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the desk', () => {
  it('lists what waits in the own communities, the longest first', async () => {
    const { _id } = await keptForK(street);

    const ids = async (person: string) =>
      dataOf(await street.as(person).wish.listDesk({})).wishes.map(({ id }) => id);

    expect(await ids('community S')).toEqual([_id]);
    expect(await ids('office ADM')).toEqual([_id]);
    expect(await ids('leader GL1')).toEqual([]);
    expect(await street.as('community S').wish.listDesk({ show: 'all' as 'open' })).toEqual(
      refused('VALIDATION'),
    );
    expect(await street.as('head H3').wish.listDesk({})).toEqual(refused('FORBIDDEN'));
  });

  it('lists what hangs on the board, and what somebody has in hand and since when', async () => {
    const open = await publishedForK(street);
    const other = await released(street, await keptForK(street, { text: '想学剪纸', isAnother: true }));
    const { _id } = await claimed(street, other);
    const rows = async (person: string, show: 'open' | 'inHand') =>
      dataOf(await street.as(person).wish.listDesk({ show })).wishes;

    expect(await rows('community S', 'open')).toMatchObject([
      { id: open._id, dueOn: '2026-03-20', reason: '' },
    ]);
    expect(await rows('office ADM', 'inHand')).toMatchObject([
      { id: _id, state: 'claimed', actOn: '2026-03-10' },
    ]);
    for (const show of ['open', 'inHand'] as const) expect(await rows('leader GL1', show)).toEqual([]);
    expect(await street.as('volunteer E').wish.listDesk({ show: 'open' })).toEqual(refused('FORBIDDEN'));
  });
});
