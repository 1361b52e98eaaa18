import { dataOf, openStreet, type TestStreet } from '../fixture/street';
import { claimed, codeOf, daysLater, keptForK, publishedForK } from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('the figures', () => {
  it('are nothing before anything was counted', async () => {
    const none = { collected: 0, published: 0, claimed: 0, met: 0, asOf: 0 };

    expect(dataOf(await street.as('outsider X').wish.readStats({}))).toEqual(none);
  });

  it('equal a recount of the records', async () => {
    const first = await publishedForK(street);
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
      ...{ collected: 4, published: 1, claimed: 1, met: 1, medianDays: 4 },
      asOf: street.clock.now(),
    });
  });
});
