import type { HoursDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { claimedForK, doneForK, toldOfWishes, wishStored } from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const refusal = (code: string, details: object = {}) => ({ ok: false, problem: { code, details } });
const hours = () => street.all<HoursDocument>('hours', { source: 'wish' });
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

  it('counts nothing yet, and asks the other side', async () => {
    await doneForK(street);

    expect(await hours()).toEqual([]);
    const told = await toldOfWishes(street, 'head H3');
    expect(told.map(({ values }) => values.note).join()).toContain('收到了让她说口令');
  });
});
