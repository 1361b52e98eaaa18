import { sealRecord } from '@domain/work/sealed-record';
import type { BrokenRecordDocument } from '../../../cloudfunctions/repositories/documents';
import { changeSeat } from '../fixture/seats';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type Door, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const door = (): Door => street.door('苹果花园 3-2-502');
const TEXT = '{"kind":"visit","record":{"doorId":"…';

async function sealedRecord(): Promise<{ pack: string; sealed: string }> {
  const { pack, sealKey } = dataOf(
    await street.as('worker W1').visit.downloadUnit({ unitId: door().unitId }),
  );
  const secret = Uint8Array.from({ length: 32 }, (_, at) => at + 1);
  return { pack, sealed: sealRecord(TEXT, Buffer.from(sealKey, 'base64url'), secret) };
}

describe('a record that a phone can no longer read', () => {
  it('is refused to others, with another person’s pack, changed, and after fourteen days', async () => {
    const record = await sealedRecord();
    const worker = street.as('worker W1').visit;
    await expectStandstill(
      street,
      () => street.as('worker W2').visit.handInBroken(record),
      refused('NOT_FOUND'),
    );
    await expectStandstill(
      street,
      () => street.as('head H3').visit.handInBroken(record),
      refused('FORBIDDEN'),
    );
    const changed = { ...record, sealed: `${record.sealed.slice(0, -2)}AA` };
    await expectStandstill(street, () => worker.handInBroken(changed), refused('VALIDATION'));
    await street.clock.set(street.clock.now() + 14 * 86_400_000);
    await expectStandstill(street, () => worker.handInBroken(record), refused('EXPIRED'));
  });

  it('is opened in the cloud and kept sealed, also when the seat is over', async () => {
    const record = await sealedRecord();
    await changeSeat(street, 'worker W1', { state: 'ended' });

    const { id } = dataOf(await street.as('worker W1').visit.handInBroken(record));

    const kept = await street.stored<BrokenRecordDocument>('brokenRecords', id);
    expect(JSON.stringify(kept)).not.toContain(TEXT.slice(0, 12));
    const place = { collection: 'brokenRecords', id, field: 'text' };
    expect(street.keyring.open(place, kept?.sealedText ?? '')).toBe(TEXT);
  });
});
