import type { VolunteerDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { claimed, claimedForK, STOOL, toldOfWishes, wishStored } from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const volunteer = (person = 'volunteer E') =>
  street.stored<VolunteerDocument>('volunteers', street.userId(person));
const refusal = (code: string, details: object = {}) => ({ ok: false, problem: { code, details } });

describe('give a wish back', () => {
  const reason = 'noTime' as const;

  it('is refused to everybody but its claimant and the own office, from the wrong state and on an old version', async () => {
    const { _id: wishId, version } = await claimedForK(street);
    const input = { wishId, version, reason };

    await expectStandstill(street, () => street.as('volunteer F').wish.giveBack(input), refused('NOT_FOUND'));
    await expectStandstill(street, () => street.as('leader GL1').wish.giveBack(input), refused('NOT_FOUND'));
    const { wish } = street.as('volunteer E');
    await expectStandstill(
      street,
      () => wish.giveBack({ ...input, version: version + 1 }),
      refused('STALE_VERSION'),
    );
    dataOf(await wish.giveBack(input));
    await expectStandstill(
      street,
      () => wish.giveBack({ ...input, version: version + 1 }),
      refused('NOT_FOUND'),
    );
  });

  it('puts it on the board where it stood, keeps the history, and costs nothing the first time', async () => {
    const wish = await claimedForK(street);
    const { _id: wishId, version, publishedAt } = wish;

    dataOf(await street.as('volunteer E').wish.giveBack({ wishId, version, reason }));

    const after = await wishStored(street, wishId);
    expect(after).toMatchObject({ state: 'published', claimedBy: '', publishedAt, step: 'none' });
    expect(after.rounds).toEqual([
      { round: 1, by: street.userId('volunteer E'), on: '2026-03-10', how: 'givenBack', reason },
    ]);
    const freed = await volunteer();
    expect(freed).toMatchObject({ openWishes: [], failures: 1 });
    expect(freed?.claimsFrom).toBeUndefined();
    const [mine] = dataOf(await street.as('head H3').wish.listOwn({})).wishes;
    expect(mine).toMatchObject({ text: STOOL, rounds: [{ how: 'givenBack', reason }] });
  });

  it('a second time is followed by a week’s rest', async () => {
    const first = await claimedForK(street);
    const { wish } = street.as('volunteer E');
    dataOf(await wish.giveBack({ wishId: first._id, version: first.version, reason }));
    const again = await claimed(street, first);

    dataOf(await wish.giveBack({ wishId: again._id, version: again.version, reason }));

    expect(await volunteer()).toMatchObject({ failures: 2, claimsFrom: '2026-03-17' });
    expect(await wish.claim({ wishId: first._id })).toMatchObject(refusal('FORBIDDEN'));
  });

  it('by the community tells who had it', async () => {
    const { _id: wishId, version } = await claimedForK(street);

    dataOf(await street.as('community S').wish.giveBack({ wishId, version, reason: 'notReached' }));

    const told = await toldOfWishes(street, 'volunteer E');
    expect(told.map(({ values }) => values.note)).toEqual(['社区收回来，让给别人了。']);
    expect((await wishStored(street, wishId)).rounds).toMatchObject([{ how: 'takenBack' }]);
  });
});
