import type { HouseholdForm } from '@domain/census/household-form';
import type { FormView } from '@domain/contract/census';
import type {
  EventDocument,
  HouseholdDocument,
  WallDocument,
} from '../../../cloudfunctions/repositories/documents';
import { walkFrom } from '../fixture/offline';
import { CONSENT, register } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import { accepted, dataOf, openStreet, refused, type Door, type TestStreet } from '../fixture/street';
import { tenantHome } from '../fixture/tenants';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const TODAY = '2026-03-10';
const door = (): Door => street.door('苹果花园 3-2-502');
const stored = (id: string) => street.stored<HouseholdDocument>('households', id);

async function begin() {
  const household = await register(street, door());
  const { _id: householdId, version, members } = household;
  return { household, key: members[0]?.key ?? '', input: { householdId, version, verifyWay: 1 } as const };
}

function answersOf(view: FormView): HouseholdForm {
  const form: Partial<FormView> = { ...view };
  delete form.findings;
  return form as HouseholdForm;
}

async function newestEvent(): Promise<EventDocument | undefined> {
  const events = await street.all<EventDocument>('events', { 'audit.action': 'household.verify' });
  return events[events.length - 1];
}

describe('verify', () => {
  it('is refused for a household that is not there, or of another grid', async () => {
    const { _id, version } = await tenantHome(street);
    const input = { version, verifyWay: 1 } as const;

    for (const [person, householdId] of [
      ['worker W2', 'nothing'],
      ['worker W1', _id],
    ] as const) {
      const call = () => street.as(person).household.verify({ ...input, householdId });
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('is refused to the household itself, heads, volunteers and the street', async () => {
    const { input } = await begin();
    const resident = await street.seated('resident A');

    for (const calls of [
      resident,
      ...['head H3', 'volunteer V1', 'office ADM', 'outsider X'].map((one) => street.as(one)),
    ]) {
      await expectStandstill(street, () => calls.household.verify(input), refused('FORBIDDEN'));
    }
  });

  it('is refused where something is wrong with what it says, by name', async () => {
    const { input, key } = await begin();
    const births = [{ key, month: '1960-06' }];
    const asked = { ...input, isAgreed: true };

    for (const [said, problem] of [
      [{ ...input, verifyWay: 8 }, refused('VALIDATION', { field: 'verifyWay' })],
      [{ ...input, areaDm2: 999 }, refused('VALIDATION', { field: 'areaDm2' })],
      [{ ...input, propertyKind: 8 }, refused('VALIDATION', { field: 'propertyKind' })],
      [{ ...asked, births: [{ key, month: '2026-04' }] }, refused('VALIDATION', { field: 'births' })],
      [{ ...asked, births: [{ key: 'zzzzzzzz', month: '1960-06' }] }, refused('VALIDATION')],
      [{ ...input, births }, refused('CONSENT_REQUIRED')],
      [{ ...input, note: '这家有人信访' }, refused('CONTENT_REJECTED')],
    ] as const) {
      const call = () => street.as('worker W1').household.verify(said as never);
      await expectStandstill(street, call, problem);
    }
  });

  it('is refused on a version that has passed, and once the household is closed or has withdrawn', async () => {
    const { input } = await begin();
    const worker = street.as('worker W1').household;
    const { householdId, version } = input;

    const early = () => worker.verify({ ...input, version: version + 1 });
    await expectStandstill(street, early, refused('STALE_VERSION'));
    dataOf(await (await street.seated('resident A')).census.withdrawConsent({ householdId }));
    const later = { ...input, version: version + 1 };
    await expectStandstill(street, () => worker.verify(later), refused('WRONG_STATE'));
    dataOf(await worker.moveOut({ householdId, version: version + 1, on: TODAY }));
    await expectStandstill(street, () => worker.verify(later), refused('WRONG_STATE'));
  });

  it('stands by the answers and keeps what only workers write, sealed, with what stood before in the history', async () => {
    const { household, input, key } = await begin();
    const facts = { propertyKind: 1, areaDm2: 8_950, note: '晚上七点后有人' } as const;
    const births = [{ key, month: '1960-06' }];

    const reply = await street
      .as('worker W1')
      .household.verify({ ...input, verifyWay: 2, ...facts, births, isAgreed: true });

    expect(reply).toEqual(accepted({ version: input.version + 1, confirmedOn: TODAY }));
    const after = await stored(household._id);
    expect(after).toMatchObject({ verifyWay: 2, confirmedOn: TODAY, useState: household.useState });
    expect(JSON.stringify(after)).not.toMatch(/1960|七点/);
    const slot = (await street.stored<WallDocument>('walls', door().unitId))?.slots[String(door().slot)];
    expect(slot).toMatchObject({ propertyKind: 1, areaDm2: 8_950, state: 'filled' });
    expect((await newestEvent())?.audit.fields).toEqual(
      ['areaDm2', 'confirmedOn', `members.${key}.birthMonth`, 'note', 'propertyKind', 'verifyWay'].sort(),
    );

    const seen = dataOf(await street.as('worker W1').census.readDoor({ doorId: door().id }));
    expect(seen.home).toEqual({ propertyKind: 1, areaDm2: 8_950 });
    expect(seen.households[0]).toMatchObject({
      verifyWay: 2,
      facts: { note: '晚上七点后有人', births: [{ key, month: '1960-**' }] },
    });
    const street3 = dataOf(await street.as('office ADM').census.readDoor({ doorId: door().id }));
    expect([street3.home, street3.households[0]?.facts]).toEqual([undefined, undefined]);
    const own = await street.seated('resident A');
    const file = dataOf(await own.census.readMyHousehold({ householdId: household._id }));
    expect(file.household.facts).toBeUndefined();
  });

  it('outlives a correction, loses its note to an empty one, and goes with the consent', async () => {
    const { household, input, key } = await begin();
    const worker = street.as('worker W1');
    const births = [{ key, month: '1960-06' }];
    dataOf(await worker.household.verify({ ...input, note: '狗凶', births, isAgreed: true }));
    const resident = await street.seated('resident A');
    const { householdId } = input;
    const { form } = dataOf(await resident.census.readMyHousehold({ householdId })).household;
    const place = { by: 'door', doorId: door().id } as const;
    const sent = { ...answersOf(form), useState: 2, guardianConsent: true } as const;
    dataOf(await resident.census.submitForm({ place, form: sent, consent: CONSENT, baseVersion: 2 }));

    const corrected = await stored(household._id);
    expect(corrected?.verifyWay).toBeUndefined();
    expect(corrected?.members[0]?.sealedBirthMonth).toBeDefined();
    expect(corrected?.sealedNote).toBeDefined();

    dataOf(await worker.household.verify({ ...input, version: 3, note: ' ' }));
    expect((await stored(household._id))?.sealedNote).toBeUndefined();
    dataOf(await resident.census.withdrawConsent({ householdId }));
    expect((await stored(household._id))?.members[0]?.sealedBirthMonth).toBeUndefined();
  });

  it('is why answers are said otherwise at a visit: kind and day stand with the event', async () => {
    const { household, input } = await begin();
    const walk = await walkFrom(street, 'worker W1', door());
    const base = { id: household._id, version: input.version };
    const made = walk.correction(base, { answers: { useState: 2 } });
    const saying = (effectiveOn: string) =>
      ({
        ...made,
        record: { ...made.record, verifyWay: 2, change: { kind: 7, effectiveOn } },
      }) as typeof made;

    const [early] = await walk.sync([saying('2026-03-11')]);
    expect(early).toMatchObject({ outcome: 'rejected', problem: { details: { sentence: '日期还没到' } } });
    const [late] = await walk.sync([saying('2026-03-01')]);

    expect(late?.outcome).toBe('applied');
    expect(await stored(household._id)).toMatchObject({ verifyWay: 2, useState: 2 });
    const events = await street.all<EventDocument>('events', { subjects: household._id });
    expect(events.map(({ change }) => change)).toContainEqual({ kind: 7, effectiveOn: '2026-03-01' });
  });
});
