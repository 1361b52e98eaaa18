import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { doneForK, metForK, publishedForK, STOOL, toldOfWishes, wishStored } from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const refusal = (code: string, details: object = {}) => ({ ok: false, problem: { code, details } });
const boardOf = async () => dataOf(await street.as('outsider X').wish.listPublished({ view: 'open' })).wishes;

describe('end a wish', () => {
  const reason = '本人已经搬走';

  it('is refused outside the own community, without a reason, and once it is over', async () => {
    const { _id: wishId, version } = await publishedForK(street);
    const input = { wishId, version, reason };
    const { wish } = street.as('community S');

    await expectStandstill(street, () => street.as('leader GL1').wish.takedown(input), refused('NOT_FOUND'));
    await expectStandstill(street, () => street.as('head H3').wish.takedown(input), refused('FORBIDDEN'));
    await expectStandstill(street, () => wish.takedown({ ...input, reason: '' }), refused('REASON_REQUIRED'));
    dataOf(await wish.takedown(input));
    expect(await wish.takedown({ ...input, version: version + 1 })).toMatchObject(
      refusal('WRONG_STATE', { state: 'ended' }),
    );
  });

  it('tells both, and nobody reads it or rings any more', async () => {
    const { _id: wishId, version } = await doneForK(street);

    dataOf(await street.as('community S').wish.takedown({ wishId, version, reason }));

    expect(await boardOf()).toEqual([]);
    expect(await wishStored(street, wishId)).not.toHaveProperty('sealedContact');
    const [held] = dataOf(await street.as('volunteer E').wish.listOwn({})).wishes;
    expect(held).toMatchObject({ state: 'ended', text: '' });
    for (const person of ['volunteer E', 'head H3']) {
      const told = await toldOfWishes(street, person);
      expect(told.map(({ values }) => values.note).join()).toContain('终止');
    }
  });

  it('by the publishing desk, of one that was met, takes its words off the hours too', async () => {
    const { _id: wishId } = await metForK(street);
    const contents = street.as('community S').content;
    const released = dataOf(await contents.queue({ show: 'released' })).contents;
    const row = released.find(({ subjectId }) => subjectId === wishId);
    expect(dataOf(await street.as('volunteer E').volunteer.hoursOwn({})).hours[0]?.title).toBe(STOOL);

    dataOf(await contents.takedown({ contentId: row?.id ?? '', version: row?.version ?? 0, reason }));

    expect(dataOf(await street.as('volunteer E').volunteer.hoursOwn({})).hours[0]?.title).toBe('');
  });
});
