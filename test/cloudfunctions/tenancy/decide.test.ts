import type {
  HouseholdDocument,
  MessageDocument,
  TenancyDocument,
} from '../../../cloudfunctions/repositories/documents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';
import {
  askedTenancy,
  FROM_D,
  LANDLORD_NUMBER,
  landlordAtPhone,
  landlordHome,
  renting,
  storedTenancy,
  tenantHome,
} from '../fixture/tenants';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

/** A tenancy that D disputes. */
async function disputed(): Promise<TenancyDocument> {
  const { _id: tenancyId, version } = await askedTenancy(street);
  const { landlord, proof } = await landlordAtPhone(street);
  dataOf(await landlord.tenancy.answer({ tenancyId, version, word: 'no', proof }));
  return storedTenancy(street, tenancyId);
}

const openTasks = () => street.count('tasks', { kind: 'tenancy', state: 'open' });

describe('settle a tenancy', () => {
  it('is refused for one that is not there, or of another grid', async () => {
    const { _id } = await disputed();

    for (const [person, tenancyId] of [
      ['worker W2', 'nothing'],
      ['worker W1', _id],
    ] as const) {
      const call = () => street.as(person).tenancy.decide({ tenancyId, version: 2, verdict: 'confirm' });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('is refused to landlord and tenant, the street and volunteers', async () => {
    const { _id: tenancyId } = await disputed();
    const input = { tenancyId, version: 2, verdict: 'confirm' } as const;
    const people = [
      await street.seated('landlord D'),
      await street.seated('tenant C'),
      street.as('office ADM'),
      street.as('volunteer V1'),
    ];

    for (const person of people) {
      await expectStandstill(street, () => person.tenancy.decide(input), refused('FORBIDDEN'));
    }
  });

  it('is refused without a day, with a day to come, or without a number to ask', async () => {
    const { _id: tenancyId, version } = await disputed();
    const { tenancy } = street.as('worker W2');
    const base = { tenancyId, version };

    for (const input of [
      { ...base, verdict: 'movedOut' },
      { ...base, verdict: 'movedOut', movedOutOn: '2026-03-11' },
      { ...base, verdict: 'movedOut', movedOutOn: '2026-02-30' },
      { ...base, verdict: 'ask', landlordPhone: '123' },
    ] as const) {
      await expectStandstill(street, () => tenancy.decide(input), refused('VALIDATION'));
    }
  });

  it('is refused on a version that has passed, and once settled', async () => {
    const { _id: tenancyId, version } = await disputed();
    const { tenancy } = street.as('worker W2');

    await expectStandstill(
      street,
      () => tenancy.decide({ tenancyId, version: 1, verdict: 'confirm' }),
      refused('STALE_VERSION', { version }),
    );
    dataOf(await tenancy.decide({ tenancyId, version, verdict: 'confirm' }));
    await expectStandstill(
      street,
      () => tenancy.decide({ tenancyId, version: version + 1, verdict: 'refuse' }),
      refused('WRONG_STATE', { state: 'confirmed' }),
    );
  });

  it.each([
    ['confirm', 'confirmed', /^\S+ [\d-]+：网格员核实过，您是这儿的租户/, /，是您的租户/],
    ['refuse', 'refused', /^\S+ [\d-]+：.*改一改/, /，不是您的租户/],
  ] as const)('says %s: the household stays, the task is done, and both hear of it', async (...row) => {
    const [verdict, state, toTenant, toLandlord] = row;
    const { _id: tenancyId, version } = await disputed();
    const before = await street.stored('households', tenancyId);
    const tasksBefore = await openTasks();

    const reply = await street.as('worker W2').tenancy.decide({ tenancyId, version, verdict });

    expect(reply).toEqual(accepted({ state, isAsked: false }));
    expect(await street.stored('households', tenancyId)).toEqual(before);
    expect([tasksBefore, await openTasks()]).toEqual([1, 0]);
    const told = await street.all<MessageDocument>('messages', { kind: 'tenancySettled' });
    const notes = Object.fromEntries(told.map(({ userId, values }) => [userId, values.note]));
    expect(notes).toEqual({
      [street.userId('tenant C')]: expect.stringMatching(toTenant) as string,
      [street.userId('landlord D')]: expect.stringMatching(toLandlord) as string,
    });
    expect(told.map(({ link }) => link).sort()).toEqual([
      '/packages/home/pages/asked/asked',
      '/packages/home/pages/my/my',
    ]);
  });

  it('is told once to a landlord who has come to live with the tenants meanwhile', async () => {
    const { _id: tenancyId } = await disputed();
    const [landlord] = (await storedTenancy(street, tenancyId)).landlordIds;
    const homes = await street.all<HouseholdDocument>('households');
    const joined = homes.map((home) =>
      home._id === tenancyId ? { ...home, accounts: [...home.accounts, landlord ?? ''] } : home,
    );
    await street.replaceAll('households', joined);

    const input = { tenancyId, version: 2, verdict: 'refuse' } as const;
    expect(await street.as('worker W2').tenancy.decide(input)).toMatchObject({ ok: true });

    const told = await street.all<MessageDocument>('messages', { kind: 'tenancySettled' });
    expect(told.filter(({ userId }) => userId === landlord)).toHaveLength(1);
  });

  it('of moved out closes the household with the day', async () => {
    const { _id: tenancyId, version } = await disputed();
    const input = { tenancyId, version, verdict: 'movedOut', movedOutOn: '2026-03-05' } as const;

    const reply = await street.as('worker W2').tenancy.decide(input);

    expect(reply).toEqual(accepted({ state: 'ended', isAsked: false }));
    expect(await street.stored<HouseholdDocument>('households', tenancyId)).toMatchObject({
      state: 'closed',
      formerState: 'submitted',
      closedOn: '2026-03-05',
    });
    expect(await storedTenancy(street, tenancyId)).toMatchObject({ state: 'ended', tenantName: '' });
    expect(await openTasks()).toBe(0);
  });

  it('asks the landlord whom the worker names, where that number is bound to a home', async () => {
    await landlordHome(street);
    const mistyped = { ...FROM_D, landlordPhone: '10000000405' };
    const form = renting('陈小雨', '10000000303', { tenancy: mistyped });
    const { _id: tenancyId } = await tenantHome(street, form);
    const { tenancy } = street.as('worker W2');
    const ask = { tenancyId, version: 1, verdict: 'ask' } as const;

    const nobody = await tenancy.decide({ ...ask, landlordPhone: '10000000406' });
    const found = await tenancy.decide({ ...ask, landlordPhone: LANDLORD_NUMBER });

    expect(nobody).toEqual(accepted({ state: 'unnamed', isAsked: false }));
    expect(found).toEqual(accepted({ state: 'asked', isAsked: true }));
    expect(await storedTenancy(street, tenancyId)).toMatchObject({
      state: 'asked',
      matchedBy: 'worker',
      landlordIds: [street.userId('landlord D')],
      version: 2,
    });
    expect(await openTasks()).toBe(0);
  });

  it('asks the same landlord once a day', async () => {
    const { _id: tenancyId, version } = await askedTenancy(street);
    const { tenancy } = street.as('worker W2');
    const ask = { tenancyId, version, verdict: 'ask', landlordPhone: LANDLORD_NUMBER } as const;

    await expectStandstill(street, () => tenancy.decide(ask), refused('RATE_LIMITED'));
    await street.clock.set(street.clock.now() + 24 * 3_600_000);

    expect(await tenancy.decide(ask)).toEqual(accepted({ state: 'asked', isAsked: true }));
  });

  it('asks nobody for a household that took its answers back, and is over once that has moved out', async () => {
    const { _id: tenancyId, version } = await disputed();
    const tenant = await street.seated('tenant C');
    dataOf(await tenant.census.withdrawConsent({ householdId: tenancyId }));
    const { tenancy, household } = street.as('worker W2');

    const ask = { tenancyId, version, verdict: 'ask', landlordPhone: LANDLORD_NUMBER } as const;
    expect(await tenancy.decide(ask)).toEqual(accepted({ state: 'disputed', isAsked: false }));
    expect(await openTasks()).toBe(1);
    dataOf(await household.moveOut({ householdId: tenancyId, version: 2, on: '2026-03-09' }));

    expect(await storedTenancy(street, tenancyId)).toMatchObject({ state: 'ended', tenantName: '' });
    expect(await openTasks()).toBe(0);
  });

  it('is done once, however often it is sent', async () => {
    const { _id: tenancyId, version } = await disputed();
    const input = { tenancyId, version, verdict: 'movedOut', movedOutOn: '2026-03-05' } as const;
    const { tenancy } = street.as('worker W2');
    const opId = newOpId();
    const first = dataOf(await tenancy.decide(input, { opId }));

    expect(await tenancy.decide(input, { opId, again: true })).toEqual(repeated(first));
    expect((await street.events()).filter(({ audit }) => audit.action === 'tenancy.decide')).toHaveLength(1);
  });
});
