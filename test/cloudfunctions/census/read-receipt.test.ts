import type { HouseholdDocument } from '../../../cloudfunctions/repositories/documents';
import { DOOR_WORDS } from '../../../miniprogram/messages/worker';
import { formFor, handIn } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('read the own receipt', () => {
  it('is refused for an operation that never was, and to anybody but its sender', async () => {
    const opId = newOpId();
    const input = formFor(street.door('苹果花园 3-2-502'));
    dataOf(await street.as('resident A').census.submitForm(input, { opId }));

    await expectStandstill(
      street,
      () => street.as('resident A').census.readReceipt({ opId: newOpId() }),
      refused('NOT_FOUND'),
    );
    await expectStandstill(
      street,
      () => street.as('outsider X').census.readReceipt({ opId }),
      refused('NOT_FOUND'),
    );
  });

  it('is refused to a role that hands in nothing', async () => {
    await expectStandstill(
      street,
      () => street.as('auditor Q').census.readReceipt({ opId: newOpId() }),
      refused('FORBIDDEN'),
    );
  });

  it.each([
    ['confirm', 'submitted'],
    ['reject', 'returned'],
  ] as const)('says where the form stands after %s: %s', async (verdict, state) => {
    const form = await handIn(street, street.door('苹果花园 3-2-502'));
    const read = async () => dataOf(await street.as('resident A').census.readReceipt({ opId: form.opId }));
    const before = await read();
    dataOf(await street.as('worker W1').census.decideForm({ formId: form._id, version: 1, verdict }));

    const after = await read();

    expect(before.state).toBe('waiting');
    expect(after).toEqual({ formId: form._id, receipt: before.receipt, state });
    expect(after.receipt).toEqual({ code: form.receiptCode, day: '2026-03-10', plate: form.plate });
  });

  it.each([
    ['不是这一户的', 'notOfDoor'],
    ['填得对不上', 'mismatch'],
    ['重复交了一份', undefined],
  ])(
    'says why a form came back, and nothing of what else stands behind the door: %s',
    async (reason, said) => {
      expect(DOOR_WORDS.returnReasons).toContain(reason);
      const form = await handIn(street, street.door('苹果花园 3-2-502'));
      const decision = { formId: form._id, version: 1, verdict: 'reject', reason } as const;
      dataOf(await street.as('worker W1').census.decideForm(decision));

      const receipt = dataOf(await street.as('resident A').census.readReceipt({ opId: form.opId }));

      expect(receipt).toMatchObject({ state: 'returned' });
      expect(receipt.reason).toBe(said);
    },
  );

  it('says that the home has ended and when, once its household moved out', async () => {
    const form = await handIn(street, street.door('苹果花园 3-2-502'));
    const { census, household } = street.as('worker W1');
    dataOf(await census.decideForm({ formId: form._id, version: 1, verdict: 'confirm' }));
    const [home] = await street.all<HouseholdDocument>('households', { doorId: form.doorId });
    const { _id: householdId = '', version = 0 } = home ?? {};
    dataOf(await household.moveOut({ householdId, version, on: '2026-03-09' }));

    const receipt = dataOf(await street.as('resident A').census.readReceipt({ opId: form.opId }));

    expect(receipt).toMatchObject({ state: 'closed', closedOn: '2026-03-09' });
  });

  it('of a second form for a door reads as waiting like any other', async () => {
    const form = await handIn(street, street.door('苹果花园 3-1-101'), { by: 'outsider X' });

    const receipt = dataOf(await street.as('outsider X').census.readReceipt({ opId: form.opId }));

    expect(receipt.state).toBe('waiting');
    expect(Object.keys(receipt).sort()).toEqual(['formId', 'receipt', 'state']);
  });
});
