import { createHmac } from 'node:crypto';
import { receiptCode, receiptWords } from '@domain/census/receipt';
import { handIn } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const unit = (name: string): string => street.door(name).unitId;

describe('read the key of receipts', () => {
  it('is refused for a unit that is not there, and for one of another grid', async () => {
    for (const unitId of ['nowhere', unit('苹果花园 5-1-101')]) {
      const call = () => street.as('worker W1').census.readReceiptKey({ unitId });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('is refused to residents, building heads and auditors', async () => {
    for (const person of ['outsider X', 'head H3', 'auditor Q']) {
      const call = () => street.as(person).census.readReceiptKey({ unitId: unit('苹果花园 3-2-502') });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('checks a receipt without network, and one of another grid not', async () => {
    const form = await handIn(street, street.door('苹果花园 3-2-502'));
    const office = street.as('office ADM').census;
    const own = dataOf(await office.readReceiptKey({ unitId: form.unitId }));
    const other = dataOf(await office.readReceiptKey({ unitId: unit('苹果花园 5-1-101') }));
    const codeBy = (key: string): string => {
      const mac = (message: Uint8Array): Uint8Array =>
        createHmac('sha256', Buffer.from(key, 'base64url')).update(message).digest();
      return receiptWords(receiptCode(mac, form.doorId, form.receiptDay));
    };

    expect(own.gridId).toBe(form.gridId);
    expect(codeBy(own.key)).toBe(form.receiptCode);
    expect(codeBy(other.key)).not.toBe(form.receiptCode);
  });
});
