import { dataOf, openStreet, type TestStreet } from '../fixture/street';
import { claimed, codeOf, daysLater, keptForK, keptOfA, publishedForK, released } from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the figures', () => {
  it('are nothing before anything was counted', async () => {
    const none = { collected: 0, published: 0, claimed: 0, met: 0, compounds: [], asOf: 0 };

    expect(dataOf(await street.as('outsider X').wish.readStats({}))).toEqual(none);
  });

  it('equal a recount of the records', async () => {
    const first = await publishedForK(street);
    const own = await released(street, await keptOfA(street));
    const texts = ['想要一把雨伞', '想学剪纸', '想换个灯泡'];
    for (const text of texts) await keptForK(street, { text, isAnother: true });
    await daysLater(street, 4);
    const done = await claimed(street, first);
    const which = { wishId: done._id, version: done.version, minutes: 30 };
    dataOf(await street.as('volunteer E').wish.fulfil(which));
    const code = codeOf(street, first);
    dataOf(await street.as('volunteer E').wish.confirmByCode({ wishId: done._id, code }));
    await daysLater(street, 0);

    const figures = dataOf(await street.as('outsider X').wish.readStats({}));

    expect(figures).toEqual({
      ...{ collected: 5, published: 2, claimed: 1, met: 1, medianDays: 4 },
      compounds: [{ compoundId: own.compoundId, compound: '苹果花园' }],
      asOf: street.clock.now(),
    });
  });

  it('name the compounds that have an open wish, whichever has most on top, to a volunteer the own ones', async () => {
    const { _id, ...wish } = await publishedForK(street);
    const elsewhere = { compoundId: 'elsewhere', compound: '金河湾', communityId: 'another' };
    const others = ['a', 'b'].map((id) => ({ ...wish, ...elsewhere, _id: id, at: wish.at + 1 }));
    const over = { ...wish, _id: 'c', compoundId: 'over', compound: '石榴园', state: 'withdrawn' as const };
    await street.replaceAll('wishes', [{ _id, ...wish }, ...others, over]);
    await daysLater(street, 0);

    const of = async (person: string) =>
      dataOf(await street.as(person).wish.readStats({})).compounds.map(({ compound }) => compound);
    expect(await of('outsider X')).toEqual(['金河湾', '苹果花园']);
    expect(await of('volunteer E')).toEqual(['苹果花园']);
  });
});
