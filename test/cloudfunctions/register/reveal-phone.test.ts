import { handIn, register } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { couple, moveIn, tenantC } from '../fixture/tenants';
import { accepted, dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const PHONE = { phone: '10012345678' };
const reason = '上门核对电话';

describe('reveal a phone number', () => {
  it('is refused for a household or a form that is not there', async () => {
    const worker = street.as('worker W1').register;

    await expectStandstill(
      street,
      () => worker.revealPhone({ householdId: 'nobody', reason }),
      refused('NOT_FOUND'),
    );
    await expectStandstill(
      street,
      () => worker.revealPhone({ formId: 'nothing', reason }),
      refused('NOT_FOUND'),
    );
  });

  it('is refused to strangers and auditors, and to a building head whom the household did not allow', async () => {
    const { _id: householdId } = await register(street, street.door('苹果花园 3-2-502'));

    for (const person of ['outsider X', 'auditor Q', 'clerk T1', 'property P1']) {
      const call = () => street.as(person).register.revealPhone({ householdId, reason });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
    const call = () => street.as('head H3').register.revealPhone({ householdId, reason });
    await expectStandstill(street, call, refused('NOT_FOUND'));
  });

  it('of another grid or household is refused like one that is not there', async () => {
    await register(street, street.door('苹果花园 3-2-502'));
    const { id: householdId } = street.householdAt('苹果花园 3-1-101');
    const resident = await street.seated('resident A');

    await expectStandstill(
      street,
      () => street.as('leader GL1').register.revealPhone({ householdId, reason }),
      refused('NOT_FOUND'),
    );
    await expectStandstill(
      street,
      () => resident.register.revealPhone({ householdId }),
      refused('NOT_FOUND'),
    );
  });

  it.each([undefined, '   ', '核对一'])('is refused to staff for the reason %p', async (given) => {
    const { id: householdId } = street.householdAt('苹果花园 3-1-101');
    const input = given === undefined ? { householdId } : { householdId, reason: given };

    await expectStandstill(
      street,
      () => street.as('worker W1').register.revealPhone(input),
      refused('REASON_REQUIRED'),
    );
  });

  it('is refused where both a household and a form are named, or neither', async () => {
    const worker = street.as('worker W1').register;
    const { id: householdId } = street.householdAt('苹果花园 3-1-101');

    await expectStandstill(street, () => worker.revealPhone({ reason }), refused('VALIDATION'));
    await expectStandstill(
      street,
      () => worker.revealPhone({ householdId, formId: 'both', reason }),
      refused('VALIDATION'),
    );
  });

  it('is refused once the form is decided or the consent withdrawn', async () => {
    const household = await register(street, street.door('苹果花园 3-2-502'));
    const [form] = await street.all<{ _id: string }>('submissions', { doorId: household.doorId });
    const resident = await street.seated('resident A');
    dataOf(await resident.census.withdrawConsent({ householdId: household._id }));
    const worker = street.as('worker W1').register;

    await expectStandstill(
      street,
      () => worker.revealPhone({ formId: form?._id ?? '', reason }),
      refused('NOT_FOUND'),
    );
    await expectStandstill(
      street,
      () => worker.revealPhone({ householdId: household._id, reason }),
      refused('NOT_FOUND'),
    );
  });

  it('answers the worker with a reason, which the household can read', async () => {
    const { _id: householdId } = await register(street, street.door('苹果花园 3-2-502'));

    const reply = await street.as('worker W1').register.revealPhone({ householdId, reason });

    expect(reply).toEqual(accepted(PHONE));
    const event = (await street.events()).find(({ audit }) => audit.action === 'person.revealPhone');
    expect(event?.audit).toMatchObject({ actAs: 'GW', objects: [householdId], fields: ['phone'], reason });
    expect(JSON.stringify(event)).not.toContain(PHONE.phone);
    expect(event?.answer).toBeUndefined();
  });

  it('answers of a waiting form, and the household of its own without a reason', async () => {
    const household = await register(street, street.door('苹果花园 3-2-502'));
    const waiting = await handIn(street, street.door('苹果花园 3-2-501'), { by: 'outsider X' });
    const resident = await street.seated('resident A');

    const ofForm = await street.as('worker W1').register.revealPhone({ formId: waiting._id, reason });
    const own = await resident.register.revealPhone({ householdId: household._id });

    expect([ofForm, own]).toEqual([accepted(PHONE), accepted(PHONE)]);
  });

  it('answers the building head with the first of several households that allowed it, and no look at the others', async () => {
    const door = street.door('苹果花园 3-2-502');
    const worker = 'worker W1';
    await moveIn(street, door, { by: 'resident A', form: couple(), worker });
    const form = { ...tenantC(), contactOk: true };
    const second = { by: 'tenant C', form, worker, verdict: 'secondHousehold' } as const;
    const { _id: householdId } = await moveIn(street, door, second);
    const head = street.as('head H3').register;

    const reply = await head.revealPhone({ doorId: door.id, reason });

    expect(reply).toEqual(accepted({ phone: form.phone.number }));
    const looks = (await street.events()).filter(({ audit }) => audit.action === 'person.revealPhone');
    expect(looks.map(({ audit }) => audit.objects)).toEqual([[householdId]]);
    dataOf(await (await street.seated('tenant C')).census.withdrawConsent({ householdId }));
    await expectStandstill(street, () => head.revealPhone({ doorId: door.id, reason }), refused('NOT_FOUND'));
  });

  it('is one look, however often it is sent', async () => {
    const { id: householdId, form } = street.householdAt('苹果花园 3-1-101');
    const opId = newOpId();
    const input = { householdId, reason };

    const first = await street.as('worker W1').register.revealPhone(input, { opId });
    const second = await street.as('worker W1').register.revealPhone(input, { opId, again: true });

    expect(first).toEqual(accepted({ phone: form.phone.number }));
    expect(second).toEqual(repeated({ phone: form.phone.number }));
    expect(await street.count('events')).toBe(1);
  });

  it('sent again after two minutes is refused: another look needs an operation of its own', async () => {
    const { id: householdId, form } = street.householdAt('苹果花园 3-1-101');
    const opId = newOpId();
    const again = () =>
      street.as('worker W1').register.revealPhone({ householdId, reason }, { opId, again: true });
    dataOf(await again());
    await street.clock.set(street.clock.now() + 2 * 60_000);
    expect(await again()).toEqual(repeated({ phone: form.phone.number }));

    await street.clock.set(street.clock.now() + 1);

    await expectStandstill(street, again, refused('IDEMPOTENCY_MISMATCH'));
  });

  it('is counted: the sixty-first of a day is refused, the next day is another', async () => {
    const { id: householdId } = street.householdAt('苹果花园 3-1-101');
    const reveal = () => street.as('worker W1').register.revealPhone({ householdId, reason });
    const answers = [];
    for (let time = 1; time <= 60; time += 1) answers.push((await reveal()).ok);

    expect(new Set(answers)).toEqual(new Set([true]));
    await expectStandstill(street, reveal, refused('RATE_LIMITED'));
    await street.clock.set(street.clock.now() + 24 * 60 * 60_000);
    expect((await reveal()).ok).toBe(true);
  });
});
