import type { HouseholdDocument, WallDocument } from '../../../cloudfunctions/repositories/documents';
import { changeSeat } from '../fixture/seats';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, newOpId, openStreet, refused, repeated, type TestStreet } from '../fixture/street';
import { couple, letDoor, moveIn, tenantC, tenantHome } from '../fixture/tenants';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const on = '2026-03-09';

async function slotOf() {
  const { unitId, slot } = letDoor(street);
  return (await street.stored<WallDocument>('walls', unitId))?.slots[String(slot)];
}

describe('move out', () => {
  it('is refused for a household that is not there, or of another grid', async () => {
    const { _id: householdId, version } = await tenantHome(street);

    for (const [person, id] of [
      ['worker W2', 'nothing'],
      ['worker W1', householdId],
    ] as const) {
      const call = () => street.as(person).household.moveOut({ householdId: id, version, on });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('is refused to the street, heads and volunteers', async () => {
    const { _id: householdId, version } = await tenantHome(street);

    for (const person of ['office ADM', 'head H3', 'volunteer V1', 'outsider X']) {
      const call = () => street.as(person).household.moveOut({ householdId, version, on });
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused with a day to come, on a version that has passed, and once closed', async () => {
    const { _id: householdId, version } = await tenantHome(street);
    const { household } = street.as('worker W2');

    await expectStandstill(
      street,
      () => household.moveOut({ householdId, version, on: '2026-03-11' }),
      refused('VALIDATION', { field: 'on' }),
    );
    await expectStandstill(
      street,
      () => household.moveOut({ householdId, version: version + 1, on }),
      refused('STALE_VERSION'),
    );
    dataOf(await household.moveOut({ householdId, version, on }));
    await expectStandstill(
      street,
      () => household.moveOut({ householdId, version: version + 1, on }),
      refused('WRONG_STATE', { state: 'closed' }),
    );
  });

  it('closes with the day: the history stays, the door is asked again, the file no longer opens', async () => {
    const home = await tenantHome(street);
    const tenant = await street.seated('tenant C');

    const reply = await tenant.household.moveOut({ householdId: home._id, version: home.version, on });

    expect(reply).toEqual(accepted({ closedOn: on }));
    const closed = await street.stored<HouseholdDocument>('households', home._id);
    expect(closed).toEqual({
      ...home,
      version: home.version + 1,
      state: 'closed',
      formerState: 'submitted',
      closedOn: on,
    });
    expect(await slotOf()).toMatchObject({
      state: 'missing',
      households: 0,
      lastSeq: 1,
      people: 0,
      residents: 0,
      registered: 0,
    });
    // A warm function remembers a seat for a minute: after it the tenant has none here.
    await street.clock.set(street.clock.now() + 61_000);
    expect(await tenant.census.readMyHousehold({ householdId: home._id })).toEqual(refused('FORBIDDEN'));
    const door = dataOf(await street.as('worker W2').census.readDoor({ doorId: home.doorId }));
    expect([door.households, door.former]).toEqual([[], [{ seq: 1, closedOn: on }]]);
  });

  it('leaves the other household of the door as it is, and no number is given twice', async () => {
    const home = await tenantHome(street);
    const door = letDoor(street);
    const form = couple();
    const second = { by: 'elder M', form, worker: 'worker W2', verdict: 'secondHousehold' } as const;
    const { _id: coupleId } = await moveIn(street, door, second);
    dataOf(
      await street.as('worker W2').household.moveOut({ householdId: home._id, version: home.version, on }),
    );

    const third = { by: 'outsider X', form: tenantC(), worker: 'worker W2' } as const;
    const back = await moveIn(street, door, { ...third, verdict: 'secondHousehold' });

    expect(await street.stored('households', coupleId)).toMatchObject({ seq: 2, state: 'submitted' });
    expect(back.seq).toBe(3);
    expect(await slotOf()).toMatchObject({ state: 'filled', households: 2, lastSeq: 3, residents: 3 });
  });

  it('is done once, however often it is sent', async () => {
    const { _id: householdId, version } = await tenantHome(street);
    const { household } = street.as('worker W2');
    const opId = newOpId();
    const first = dataOf(await household.moveOut({ householdId, version, on }, { opId }));

    const again = await household.moveOut({ householdId, version, on }, { opId, again: true });

    expect(again).toEqual(repeated(first));
    expect(await slotOf()).toMatchObject({ households: 0 });
  });

  it('is answered again to whom it cost the seat, and that seat does and hears nothing else', async () => {
    const { _id: householdId, version } = await tenantHome(street);
    const tenant = await street.seated('tenant C');
    const input = { householdId, version, on };
    const opId = newOpId();
    const first = dataOf(await tenant.household.moveOut(input, { opId }));

    const again = await tenant.household.moveOut(input, { opId, again: true });

    expect(again).toEqual(repeated(first));
    for (const call of [
      () => tenant.household.moveOut(input, { opId }),
      () => tenant.household.moveOut(input, { opId: newOpId(), again: true }),
      () => tenant.census.withdrawConsent({ householdId }, { opId: newOpId(), again: true }),
      () => tenant.register.revealPhone({ householdId }, { opId: newOpId(), again: true }),
      () => tenant.census.readMyHousehold({ householdId }),
    ]) {
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
    await changeSeat(street, 'tenant C', { state: 'suspended' });
    const suspended = () => tenant.household.moveOut(input, { opId, again: true });
    await expectStandstill(street, suspended, refused('FORBIDDEN'));
  });
});
