import type { HoursDocument } from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type TestStreet } from '../fixture/street';
import { claimedForK, doneForK, reported, wishStored } from '../fixture/wishes';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const refusal = (code: string, details: object = {}) => ({ ok: false, problem: { code, details } });
const hours = () => street.all<HoursDocument>('hours', { source: 'wish' });
const DAY_MS = 24 * 3_600_000;

describe('close a wish without the beneficiary', () => {
  const reason = '本人住院，家里说收到了';

  it('is refused from the wrong state, without a reason, on an old version, and in another community', async () => {
    const before = await claimedForK(street);
    const { wish } = street.as('community S');
    expect(await wish.close({ wishId: before._id, version: before.version, reason })).toMatchObject(
      refusal('WRONG_STATE', { state: 'claimed' }),
    );
    const { _id: wishId, version } = await reported(street, before);

    await expectStandstill(
      street,
      () => wish.close({ wishId, version, reason: '好' }),
      refused('REASON_REQUIRED'),
    );
    await expectStandstill(
      street,
      () => wish.close({ wishId, version: version + 1, reason }),
      refused('STALE_VERSION'),
    );
    await expectStandstill(
      street,
      () => street.as('leader GL1').wish.close({ wishId, version, reason }),
      refused('NOT_FOUND'),
    );
  });

  it('takes two people: the first proposes, cannot agree, and a colleague does', async () => {
    const { _id: wishId, version } = await doneForK(street);
    const first = street.as('community S').wish;

    dataOf(await first.close({ wishId, version, reason }));
    const alone = await first.close({ wishId, version: version + 1, reason });
    const proposed = await wishStored(street, wishId);
    const second = street.as('community S2').wish;
    const seen = [dataOf(await first.readDesk({ wishId })), dataOf(await second.readDesk({ wishId }))];
    const reply = await second.close({ wishId, version: version + 1, reason });

    expect(proposed).toMatchObject({ state: 'done', desk: 'closing' });
    expect(JSON.stringify(proposed)).not.toContain(reason);
    expect(seen).toMatchObject([
      { closingReason: reason, mayAgree: false },
      { closingReason: reason, mayAgree: true },
    ]);
    expect(alone).toMatchObject(refusal('APPROVAL_REQUIRED'));
    expect(reply).toEqual(accepted({ state: 'confirmed', version: version + 2 }));
    expect(await hours()).toMatchObject([{ by: street.userId('community S2'), state: 'granted' }]);
  });

  it('is proposed anew after a day', async () => {
    const { _id: wishId, version } = await doneForK(street);
    dataOf(await street.as('community S').wish.close({ wishId, version, reason }));
    await street.clock.set(street.clock.now() + DAY_MS);

    const { wish } = street.as('community S2');
    const { closingReason, mayAgree } = dataOf(await wish.readDesk({ wishId }));
    const late = await wish.close({ wishId, version: version + 1, reason });

    expect([closingReason, mayAgree]).toEqual([undefined, false]);
    expect(late).toEqual(accepted({ state: 'done', version: version + 2 }));
  });
});
