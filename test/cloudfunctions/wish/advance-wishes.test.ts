import type { VolunteerDocument } from '../../../cloudfunctions/repositories/documents';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import {
  claimedForK,
  daysLater,
  doneForK,
  keptOfA,
  metForK,
  publishedForK,
  toldOfWishes,
  wishStored,
} from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const kinds = async (person: string) => (await toldOfWishes(street, person)).map(({ kind }) => kind);

describe('what time does to wishes', () => {
  it('reminds a silent volunteer on the fifth day, once', async () => {
    const { _id } = await claimedForK(street);

    await daysLater(street, 4);
    expect(await kinds('volunteer E')).toEqual([]);
    await daysLater(street, 1);
    await daysLater(street, 0);

    const told = await toldOfWishes(street, 'volunteer E');
    expect(told.map(({ kind, values }) => [kind, values.day])).toEqual([['wishReminder', '3月17日']]);
    expect(await wishStored(street, _id)).toMatchObject({ state: 'claimed', step: 'lapse' });
  });

  it('lets go on the seventh, with history and without a penalty the first time', async () => {
    const { _id, publishedAt } = await claimedForK(street);

    await daysLater(street, 5);
    await daysLater(street, 2);
    await daysLater(street, 0);

    const wish = await wishStored(street, _id);
    expect(wish).toMatchObject({ state: 'published', claimedBy: '', publishedAt });
    expect(wish.rounds).toMatchObject([{ how: 'lapsed', round: 1, on: '2026-03-17' }]);
    const [volunteer] = await street.all<VolunteerDocument>('volunteers', {
      _id: street.userId('volunteer E'),
    });
    expect(volunteer).toMatchObject({ failures: 1, openWishes: [] });
    expect(volunteer?.claimsFrom).toBeUndefined();
    const told = await toldOfWishes(street, 'head H3');
    expect(told.map(({ values }) => values.note).join()).toContain('又挂出来了');
    dataOf(await street.as('volunteer E').wish.claim({ wishId: _id }));
    const again = { lastActOn: '2026-03-17', step: 'remind', stepOn: '2026-03-22' };
    expect(await wishStored(street, _id)).toMatchObject(again);
  });

  it('does both in one run where it comes late', async () => {
    const { _id } = await claimedForK(street);

    await daysLater(street, 12);

    expect(await wishStored(street, _id)).toMatchObject({ state: 'published' });
  });

  it('counts from the last act: a look begins the days anew', async () => {
    const { _id: wishId } = await claimedForK(street);
    await daysLater(street, 4);
    dataOf(await street.as('volunteer E').wish.contact({ wishId, reason: '约时间送过去' }));

    await daysLater(street, 4);
    expect(await kinds('volunteer E')).toEqual([]);
    await daysLater(street, 1);
    await daysLater(street, 2);

    expect(await wishStored(street, wishId)).toMatchObject({ state: 'published' });
  });

  it('leaves one alone that was reported, and one that nobody has', async () => {
    const done = await doneForK(street);
    await daysLater(street, 30);
    expect(await wishStored(street, done._id)).toMatchObject({ state: 'done', version: done.version });
    await street.reset();
    const open = await publishedForK(street);

    await daysLater(street, 30);

    expect(await wishStored(street, open._id)).toEqual(open);
  });

  it('keeps whom to ring of a wish that came back for sixty days, and not where it was sent again', async () => {
    const { _id: wishId, version } = await keptOfA(street);
    const reason = '说清楚要什么';
    dataOf(
      await street.as('community S').wish.review({ wishId, version, verdict: { is: 'return', reason } }),
    );
    await daysLater(street, 59);
    expect(await wishStored(street, wishId)).toHaveProperty('sealedContact');
    await street.keep();

    await daysLater(street, 1);

    const wish = await wishStored(street, wishId);
    expect(wish).toMatchObject({ state: 'withdrawn', sealedText: '', sealedCode: '', step: 'none' });
    for (const field of ['sealedContact', 'sealedPrivate', 'sealedReason']) {
      expect(wish).not.toHaveProperty(field);
    }
    expect((await toldOfWishes(street, 'resident A')).at(-1)?.values.note).toContain('60 天没改');
    await street.resume();
    const again = { wishId, version: version + 1, text: '想请人教用手机看外孙' };
    dataOf(await (await street.seated('resident A')).wish.resend(again));
    await daysLater(street, 30);
    expect(await wishStored(street, wishId)).toMatchObject({ state: 'review', step: 'none' });
  });

  it('erases the number after seven days and the rest after thirty', async () => {
    const { _id: wishId } = await metForK(street);

    await daysLater(street, 7);
    expect(await wishStored(street, wishId)).toHaveProperty('sealedContact');
    await daysLater(street, 1);
    expect(await wishStored(street, wishId)).not.toHaveProperty('sealedContact');
    expect(await wishStored(street, wishId)).toHaveProperty('sealedPrivate');
    await daysLater(street, 22);

    const wish = await wishStored(street, wishId);
    expect(wish).not.toHaveProperty('sealedPrivate');
    expect(wish).toMatchObject({ sealedText: '', sealedCode: '', step: 'none', state: 'confirmed' });
    expect(await street.as('community S').wish.readDesk({ wishId })).not.toEqual(refused('NOT_FOUND'));
  });
});
