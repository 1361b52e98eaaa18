import type {
  HouseholdDocument,
  MessageDocument,
  TaskDocument,
} from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';
import {
  alone,
  askedTenancy,
  couple,
  landlordAtPhone,
  landlordDoor,
  landlordHome,
  LANDLORD_NUMBER,
  letDoor,
  moveIn,
  numberProof,
  storedTenancy,
  tenantHome,
} from '../fixture/tenants';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

describe('answer about a tenancy', () => {
  it('is refused for a tenancy that is not there', async () => {
    await landlordHome(street);
    const { landlord, proof } = await landlordAtPhone(street);

    const call = () => landlord.tenancy.answer({ tenancyId: 'nothing', version: 1, word: 'yes', proof });

    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('is refused to tenants, to other residents and to staff', async () => {
    const { _id: tenancyId, version } = await askedTenancy(street);
    const tenant = await street.seated('tenant C');
    // The tenant holds the landlord's number: to be asked takes more.
    const proof = await numberProof(tenant, LANDLORD_NUMBER);
    const input = { tenancyId, version, word: 'yes', proof } as const;

    await expectStandstill(street, () => tenant.tenancy.answer(input), refused('NOT_FOUND'));
    for (const person of ['worker W2', 'office ADM', 'outsider X']) {
      const call = () => street.as(person).tenancy.answer(input);
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused to somebody whose home has the number, and who does not hold it', async () => {
    const { _id: tenancyId, version } = await askedTenancy(street);
    const { landlord, proof } = await landlordAtPhone(street);
    const another = await numberProof(landlord, '10000000001');
    const strangers = await numberProof(street.as('outsider X'), LANDLORD_NUMBER);
    const forged = `${(street.clock.now() + 7_200_000).toString(36)}${proof.slice(proof.indexOf('.'))}`;

    for (const wrong of ['', 'x.y', another, strangers, forged]) {
      const call = () => landlord.tenancy.answer({ tenancyId, version, word: 'yes', proof: wrong });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('is refused an hour after the number was shown, and taken when it is shown again', async () => {
    const { _id: tenancyId, version } = await askedTenancy(street);
    const { landlord, proof } = await landlordAtPhone(street);
    await street.clock.set(street.clock.now() + 3_600_000);

    const late = () => landlord.tenancy.answer({ tenancyId, version, word: 'yes', proof });

    await expectStandstill(street, late, refused('EXPIRED'));
    const again = await numberProof(landlord, LANDLORD_NUMBER);
    const reply = await landlord.tenancy.answer({ tenancyId, version, word: 'yes', proof: again });
    expect(reply).toEqual(accepted({ state: 'confirmed' }));
  });

  it('is asked in words that name no door, for the number may be a stranger’s', async () => {
    await askedTenancy(street);

    const told = await street.all<MessageDocument>('messages', { kind: 'tenancyAsked' });

    expect(told.map(({ userId, values }) => [userId, values])).toEqual([
      [street.userId('landlord D'), { place: '', day: '3月17日' }],
    ]);
  });

  it('tells the tenant nothing of whether somebody was found under the number', async () => {
    await landlordHome(street);
    const home = { by: 'elder M', form: couple(), worker: 'worker W2' };
    const found = await storedTenancy(street, (await moveIn(street, letDoor(street), home))._id);
    const seen = async () => {
      const { census } = await street.seated('elder M');
      return dataOf(await census.readMyHousehold({ householdId: found._id })).household.tenancyState;
    };
    const asked = await seen();
    const unnamed = { ...found, state: 'unnamed', waitsFor: 'worker', landlordIds: [] };
    await street.replaceAll('tenancies', [unnamed]);

    expect([asked, await seen()]).toEqual(['asked', 'asked']);
  });

  it('is refused with a word that removes somebody: there is none', async () => {
    const { _id: tenancyId, version } = await askedTenancy(street);
    const { landlord, proof } = await landlordAtPhone(street);
    const input = { tenancyId, version, word: 'remove', proof } as never;

    await expectStandstill(street, () => landlord.tenancy.answer(input), refused('VALIDATION'));
  });

  it('is refused on a version that has passed, and once answered', async () => {
    const { _id: tenancyId, version } = await askedTenancy(street);
    const { landlord, proof } = await landlordAtPhone(street);
    const { tenancy } = landlord;

    await expectStandstill(
      street,
      () => tenancy.answer({ tenancyId, version: version + 1, word: 'yes', proof }),
      refused('STALE_VERSION'),
    );
    dataOf(await tenancy.answer({ tenancyId, version, word: 'no', proof }));
    await expectStandstill(
      street,
      () => tenancy.answer({ tenancyId, version: version + 1, word: 'yes', proof }),
      refused('WRONG_STATE', { state: 'disputed' }),
    );
  });

  it('confirms, tells the tenant, and needs no worker', async () => {
    const { _id: tenancyId, version } = await askedTenancy(street);
    const { landlord, proof } = await landlordAtPhone(street);

    const reply = await landlord.tenancy.answer({ tenancyId, version, word: 'yes', proof });

    expect(reply).toEqual(accepted({ state: 'confirmed' }));
    expect(await storedTenancy(street, tenancyId)).toMatchObject({ state: 'confirmed', waitsFor: 'nobody' });
    const messages = await street.all<MessageDocument>('messages', { userId: street.userId('tenant C') });
    expect(messages.map(({ kind }) => kind)).toContain('tenancyAnswered');
    expect(await street.count('tasks', { kind: 'tenancy', state: 'open' })).toBe(0);
  });

  it.each(['no', 'movedOut'] as const)('of %s opens a task and removes nobody', async (word) => {
    const { _id: tenancyId, version } = await askedTenancy(street);
    const before = await street.stored('households', tenancyId);
    const { landlord, proof } = await landlordAtPhone(street);

    dataOf(await landlord.tenancy.answer({ tenancyId, version, word, proof }));

    expect(await street.stored('households', tenancyId)).toEqual(before);
    const tasks = await street.all<TaskDocument>('tasks', { kind: 'tenancy', state: 'open' });
    expect(tasks.map(({ subjectId, gridId }) => [subjectId, gridId])).toEqual([
      [tenancyId, street.area('樱花01网格')],
    ]);
  });

  it('is taken from a landlord who registers after being named, and from nobody of another name', async () => {
    const { _id: tenancyId } = await tenantHome(street);
    const named = { by: 'landlord D', form: alone('王建国', LANDLORD_NUMBER), worker: 'leader GL1' };
    const home = await moveIn(street, landlordDoor(street), named);
    const { landlord, proof } = await landlordAtPhone(street);
    const another = await numberProof(landlord, '10000000001');
    const input = { tenancyId, version: 1, word: 'yes', proof } as const;

    await expectStandstill(street, () => landlord.tenancy.answer(input), refused('NOT_FOUND'));
    await street.replaceAll('households', [
      ...(await street.all<HouseholdDocument>('households')).filter(({ _id }) => _id !== home._id),
      { ...home, headName: '丁大海' },
    ]);
    const without = () => landlord.tenancy.answer({ ...input, proof: another });
    await expectStandstill(street, without, refused('NOT_FOUND'));
    expect(await landlord.tenancy.answer(input)).toEqual(accepted({ state: 'confirmed' }));

    expect(await storedTenancy(street, tenancyId)).toMatchObject({
      waitsFor: 'nobody',
      landlordIds: [street.userId('landlord D')],
      matchedBy: 'tenant',
    });
    expect(await street.count('tasks', { kind: 'tenancy', state: 'open' })).toBe(0);
    // From now on it is one of those that were asked.
    expect(dataOf(await landlord.tenancy.listAsked({ proof })).tenancies).toHaveLength(1);
  });

  it('of a landlord who comes late may be no, and stays the worker’s to look into', async () => {
    const { _id: tenancyId } = await tenantHome(street);
    await landlordHome(street);
    const { landlord, proof } = await landlordAtPhone(street);

    dataOf(await landlord.tenancy.answer({ tenancyId, version: 1, word: 'no', proof }));

    expect(await storedTenancy(street, tenancyId)).toMatchObject({ state: 'disputed', waitsFor: 'worker' });
    expect(await street.count('tasks', { kind: 'tenancy', state: 'open' })).toBe(1);
  });

  it('is done once, however often it is sent', async () => {
    const { _id: tenancyId, version } = await askedTenancy(street);
    const { landlord, proof } = await landlordAtPhone(street);
    const { tenancy } = landlord;
    const opId = newOpId();
    const input = { tenancyId, version, word: 'yes', proof } as const;
    const first = dataOf(await tenancy.answer(input, { opId }));

    const again = await tenancy.answer(input, { opId, again: true });

    expect(again).toEqual(repeated(first));
    expect((await street.events()).filter(({ audit }) => audit.action === 'tenancy.answer')).toHaveLength(1);
  });
});
