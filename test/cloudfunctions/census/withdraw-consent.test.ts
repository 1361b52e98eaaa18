import type { ConsentDocument, HouseholdDocument } from '../../../cloudfunctions/repositories/documents';
import { formFor, register } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const registered = () =>
  register(street, street.door('苹果花园 3-2-502'), {
    form: { vehicles: [{ plate: '京A12345', propertyMaySee: true }], suggestion: '楼道灯不亮' },
  });

describe('withdraw the consent', () => {
  it('is refused for a household that is not there, and for a neighbour’s', async () => {
    await registered();
    const resident = await street.seated('resident A');
    const { id: neighbour } = street.householdAt('苹果花园 3-1-101');

    for (const householdId of ['nobody', neighbour]) {
      await expectStandstill(
        street,
        () => resident.census.withdrawConsent({ householdId }),
        refused('NOT_FOUND'),
      );
    }
  });

  it('is refused to everybody who is not of the household', async () => {
    const { _id: householdId } = await registered();

    for (const person of ['outsider X', 'worker W1', 'community S', 'office ADM']) {
      const call = () => street.as(person).census.withdrawConsent({ householdId });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('erases phones, plates, wishes and what was found by them, and needs no reason', async () => {
    const { _id: householdId } = await registered();
    const resident = await street.seated('resident A');

    const reply = await resident.census.withdrawConsent({ householdId });

    expect(dataOf(reply)).toEqual({ withdrawnOn: '2026-03-10' });
    const stored = await street.stored<HouseholdDocument>('households', householdId);
    expect(stored).toMatchObject({ version: 2, withdrawn: true, phones: [], vehicles: [], contactOk: false });
    expect(stored).not.toHaveProperty('sealedSuggestion');
    expect(stored?.keys).toEqual([]);
    const [row] = (await street.all<ConsentDocument>('consents', { subject: householdId })).filter(
      ({ withdrawnAt }) => withdrawnAt !== undefined,
    );
    expect(row?.withdrawnAt).toBe(street.clock.now());
  });

  it('leaves no former value in the history', async () => {
    const { _id: householdId } = await registered();
    const resident = await street.seated('resident A');
    dataOf(await resident.census.withdrawConsent({ householdId }));

    const event = (await street.events()).find(({ audit }) => audit.action === 'consent.withdraw');

    expect(event?.sealedDiff).toBeUndefined();
    expect(event?.audit.reason).toBeUndefined();
  });

  it('is done once: a second one is refused, a repeated one answered', async () => {
    const { _id: householdId } = await registered();
    const resident = await street.seated('resident A');
    const opId = newOpId();
    const first = dataOf(await resident.census.withdrawConsent({ householdId }, { opId }));

    const blind = await resident.census.withdrawConsent({ householdId }, { opId });

    expect(blind).toEqual(repeated(first));
    await expectStandstill(
      street,
      () => resident.census.withdrawConsent({ householdId }),
      refused('WRONG_STATE'),
    );
  });

  it('ends with a new answer under a new consent', async () => {
    const door = street.door('苹果花园 3-2-502');
    const { _id: householdId } = await registered();
    const resident = await street.seated('resident A');
    dataOf(await resident.census.withdrawConsent({ householdId }));
    const again = { ...formFor(door), place: { by: 'door', doorId: door.id } as const, baseVersion: 2 };

    dataOf(await resident.census.submitForm(again));

    const stored = await street.stored<HouseholdDocument>('households', householdId);
    expect(stored).toMatchObject({ version: 3, withdrawn: false, consent: { givenOn: '2026-03-10' } });
    expect(stored?.consent.withdrawnOn).toBeUndefined();
    expect(stored?.phones).toHaveLength(1);
  });
});
