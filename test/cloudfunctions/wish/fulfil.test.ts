import { dayOf } from '@domain/kernel/day';
import type { HoursDocument, WishDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { claimed, claimedForK, daysLater, doneForK, toldOfWishes, wishStored } from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const refusal = (code: string, details: object = {}) => ({ ok: false, problem: { code, details } });
const hours = () => street.all<HoursDocument>('hours', { source: 'wish' });

async function giveBack(person: string): Promise<void> {
  const [wish] = await street.all<WishDocument>('wishes');
  const { _id: wishId, version } = wish ?? { _id: '', version: 0 };
  dataOf(await street.as(person).wish.giveBack({ wishId, version, reason: 'noTime' }));
}

describe('say that a wish is met', () => {
  it('is refused to everybody but its claimant, on an old version, and twice', async () => {
    const { _id: wishId, version } = await claimedForK(street);
    const input = { wishId, version, minutes: 60 };
    const { wish } = street.as('volunteer E');

    await expectStandstill(street, () => street.as('volunteer F').wish.fulfil(input), refused('NOT_FOUND'));
    await expectStandstill(street, () => street.as('community S').wish.fulfil(input), refused('FORBIDDEN'));
    await expectStandstill(
      street,
      () => wish.fulfil({ ...input, version: version + 1 }),
      refused('STALE_VERSION'),
    );
    dataOf(await wish.fulfil(input));
    expect(await wish.fulfil({ ...input, version: version + 1 })).toMatchObject(
      refusal('WRONG_STATE', { state: 'done' }),
    );
  });

  it('keeps of a long day what may count of it', async () => {
    const { _id: wishId, version } = await claimedForK(street);
    dataOf(await street.as('volunteer E').wish.fulfil({ wishId, version, minutes: 600 }));
    expect(await wishStored(street, wishId)).toMatchObject({ state: 'done', minutes: 240 });
  });

  it.each([
    ['given back', () => giveBack('volunteer E'), 'volunteer E'],
    ['taken back by the community', () => giveBack('community S'), 'volunteer F'],
    ['let go in silence', () => daysLater(street, 7), 'volunteer F'],
  ] as const)('counts from the day of the new claim where the wish was %s', async (_, end, person) => {
    const { _id: wishId } = await claimedForK(street);
    await daysLater(street, 2);
    await end();
    expect(await wishStored(street, wishId)).not.toHaveProperty('claimedOn');
    await daysLater(street, 10);

    const { version } = await claimed(street, await wishStored(street, wishId), person);
    dataOf(await street.as(person).wish.fulfil({ wishId, version, minutes: 600 }));

    expect(await wishStored(street, wishId)).toMatchObject({
      claimedOn: dayOf(street.clock.now()),
      minutes: 240,
    });
  });

  it('goes on counting where the other side has received nothing', async () => {
    const { _id: wishId, version, claimedOn } = await doneForK(street);
    await daysLater(street, 1);
    dataOf(await street.as('community S').wish.extend({ wishId, version, days: 5, notReceived: true }));

    const underway = { wishId, version: version + 1, minutes: 600 };
    dataOf(await street.as('volunteer E').wish.fulfil(underway));

    expect(await wishStored(street, wishId)).toMatchObject({ claimedOn, minutes: 480 });
  });

  it('counts nothing yet, and asks the other side', async () => {
    await doneForK(street);

    expect(await hours()).toEqual([]);
    const told = await toldOfWishes(street, 'head H3');
    expect(told.map(({ values }) => values.note).join()).toContain('收到了就请本人说口令');
  });
});
