/** A correction made without network moves what hangs on a household as one made with it does. */
import type {
  HouseholdDocument,
  ResidenceDocument,
  TenancyDocument,
  WallDocument,
} from '../../../cloudfunctions/repositories/documents';
import { walkFrom } from '../fixture/offline';
import { CONSENT } from '../fixture/residents';
import { changeSeat } from '../fixture/seats';
import { dataOf, openStreet, type Door, type TestStreet } from '../fixture/street';
import {
  alone,
  FROM_D,
  landlordAtPhone,
  landlordDoor,
  landlordHome,
  letDoor,
  storedTenancy,
  tenantHome,
} from '../fixture/tenants';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const SON = 'bbbbbbbb';
const linkedAt = async ({ unitId, slot }: Door) =>
  (await street.stored<WallDocument>('walls', unitId))?.slots[String(slot)]?.linked ?? 0;

/** D's son is registered behind the door that is let. */
async function sonRegistered(): Promise<HouseholdDocument> {
  const { _id: householdId, version } = await landlordHome(street);
  const { household } = await street.seated('landlord D');
  const picked = await street.as('landlord D', null).area.pickDoor({ doorId: letDoor(street).id });
  const { ticket } = dataOf(picked);
  dataOf(await household.editResidence({ householdId, version, memberKey: SON, to: 'door', ticket }));
  return (await street.stored<HouseholdDocument>('households', householdId)) as HouseholdDocument;
}

describe('a correction made without network', () => {
  it('ends the link of somebody who is taken out, and the count of the door it led to', async () => {
    const { _id: id, version } = await sonRegistered();
    const unit = await street.stored<WallDocument>('walls', landlordDoor(street).unitId);
    await changeSeat(street, 'worker W2', { scope: { gridIds: [unit?.gridId ?? ''] } });
    const walk = await walkFrom(street, 'worker W2', landlordDoor(street));
    const before = await linkedAt(letDoor(street));

    const record = walk.correction({ id, version }, { answers: { liveCount: 1 }, removed: [SON] });
    const answers = await walk.sync([record]);

    expect(answers.map(({ outcome }) => outcome)).toEqual(['applied']);
    expect([before, await linkedAt(letDoor(street))]).toEqual([1, 0]);
    const links = await street.all<ResidenceDocument>('residences');
    expect(links.map(({ state, to }) => [state, to])).toEqual([['ended', '2026-03-10']]);
  });

  it('asks the landlord of whom it speaks, once', async () => {
    await landlordHome(street);
    const silent = alone('陈小雨', '10000000303', { useState: 2, fillRole: 3 });
    const { _id: id, version } = await tenantHome(street, silent);
    const walk = await walkFrom(street, 'worker W2', letDoor(street));
    const record = walk.correction({ id, version }, { answers: { tenancy: FROM_D } });

    await walk.sync([record]);
    await walk.sync([{ ...record, again: true }]);

    expect(await storedTenancy(street, id)).toMatchObject({
      state: 'asked',
      landlordIds: [street.userId('landlord D')],
      version: 1,
    });
    expect(await street.count('messages', { kind: 'tenancyAsked' })).toBe(1);
  });

  it('ends the question of a household that rents no longer', async () => {
    await landlordHome(street);
    const { _id: id, version } = await tenantHome(street);
    const walk = await walkFrom(street, 'worker W2', letDoor(street));

    await walk.sync([walk.correction({ id, version }, { answers: { useState: 1, fillRole: 1 } })]);

    expect(await storedTenancy(street, id)).toMatchObject({ state: 'ended', tenantName: '' });
  });
});

describe('a conflict about the landlord', () => {
  it('asks nobody while it is open, and the landlord who comes to stand', async () => {
    await landlordHome(street);
    const silent = alone('陈小雨', '10000000303', { useState: 2, fillRole: 3 });
    const { _id: id, version } = await tenantHome(street, silent);
    const walk = await walkFrom(street, 'worker W2', letDoor(street));
    const { census } = await street.seated('tenant C');
    const corrected = { ...silent, tenancy: { ...FROM_D, landlordPhone: '10000000407' } };
    dataOf(
      await census.submitForm({
        place: { by: 'door', doorId: letDoor(street).id },
        form: corrected,
        consent: CONSENT,
        baseVersion: version,
      }),
    );
    const said = walk.correction({ id, version }, { answers: { tenancy: FROM_D } });
    expect((await walk.sync([said])).map(({ outcome }) => outcome)).toEqual(['conflict']);
    const waiting = await storedTenancy(street, id);
    const { visit } = street.as('worker W2');
    const { conflicts } = dataOf(await visit.listConflicts({ householdId: id }));

    expect(await street.count('tasks', { kind: 'tenancy', state: 'open' })).toBe(1);
    dataOf(await visit.decideConflict({ conflictId: conflicts[0]?.id ?? '', take: 'other' }));

    expect([waiting.state, (await storedTenancy(street, id)).state]).toEqual(['unnamed', 'asked']);
    expect(await street.count('tasks', { kind: 'tenancy', state: 'open' })).toBe(0);
  });
});

describe('a tenancy that was denied', () => {
  it('is not taken to another landlord by a new name: a worker looks into it', async () => {
    await landlordHome(street);
    const { _id: id, version } = await tenantHome(street);
    const { landlord, proof } = await landlordAtPhone(street);
    dataOf(await landlord.tenancy.answer({ tenancyId: id, version: 1, word: 'no', proof }));
    const walk = await walkFrom(street, 'worker W2', letDoor(street));
    const tenancy = { ...FROM_D, hasContract: false };

    await walk.sync([walk.correction({ id, version }, { answers: { tenancy } })]);

    const after = await street.stored<TenancyDocument>('tenancies', id);
    expect(after).toMatchObject({
      state: 'unnamed',
      waitsFor: 'worker',
      landlordIds: [],
      hasContract: false,
    });
    expect(await street.count('tasks', { kind: 'tenancy', state: 'open' })).toBe(1);
  });
});
