import type {
  ConsentDocument,
  EventDocument,
  HouseholdDocument,
  WallDocument,
} from '../../../cloudfunctions/repositories/documents';
import { openAnswers } from '../../../cloudfunctions/records/sealed-answers';
import type { HouseholdForm } from '@domain/census/household-form';
import { CONSENT, handIn, register } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import {
  dataOf,
  filledForm,
  filledMember,
  openStreet,
  refused,
  vacantForm,
  type Door,
  type TestStreet,
} from '../fixture/street';

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const door = (): Door => street.door('苹果花园 3-2-502');

interface More {
  householdId?: string;
  baseVersion?: number;
  change?: { kind: 9; effectiveOn: string };
}

function atDoor(form: HouseholdForm, more: More = {}) {
  const place = { by: 'door', doorId: door().id } as const;
  return { place, form, consent: CONSENT, channel: 'visit' as const, ...more };
}

const slotOf = async (): Promise<WallDocument['slots'][string] | undefined> =>
  (await street.stored<WallDocument>('walls', door().unitId))?.slots[String(door().slot)];

const filed = async (form: HouseholdForm): Promise<HouseholdDocument> => {
  dataOf(await street.as('worker W1').census.submitForm(atDoor(form)));
  const [household] = await street.all<HouseholdDocument>('households', { doorId: door().id });
  if (household === undefined) throw new Error('nobody was filed');
  return household;
};

describe('staff files or corrects a household', () => {
  it('is refused without naming it where somebody has answered, or behind another door', async () => {
    await register(street, door());
    const { id: elsewhere } = street.householdAt('苹果花园 3-1-101');
    const worker = street.as('worker W1').census;

    for (const [more, code] of [
      [{}, 'WRONG_STATE'],
      [{ householdId: elsewhere, baseVersion: 1 }, 'NOT_FOUND'],
      [{ householdId: 'nobody', baseVersion: 1 }, 'NOT_FOUND'],
    ] as const) {
      await expectStandstill(street, () => worker.submitForm(atDoor(filledForm(), more)), refused(code));
    }
  });

  it('is refused without the version it starts from', async () => {
    const { _id: householdId } = await register(street, door());

    await expectStandstill(
      street,
      () => street.as('worker W1').census.submitForm(atDoor(filledForm(), { householdId })),
      refused('VALIDATION', { field: 'baseVersion' }),
    );
  });

  it('is refused in the own case', async () => {
    const { _id: householdId } = await register(street, door(), { by: 'worker W1', worker: 'worker W2' });
    const input = atDoor(filledForm({ contactOk: true }), { householdId, baseVersion: 1 });
    const second = await handIn(street, door(), { by: 'outsider X' });
    const worker = street.as('worker W1').census;

    await expectStandstill(street, () => worker.submitForm(input), refused('FORBIDDEN'));
    await expectStandstill(
      street,
      () => worker.decideForm({ formId: second._id, version: 1, verdict: 'reject' }),
      refused('FORBIDDEN'),
    );
    expect((await street.as('worker W2').census.submitForm(input)).ok).toBe(true);
  });

  it('is refused after a withdrawal, which only the household ends', async () => {
    const { _id: householdId } = await register(street, door());
    dataOf(await (await street.seated('resident A')).census.withdrawConsent({ householdId }));

    await expectStandstill(
      street,
      () => street.as('worker W1').census.submitForm(atDoor(filledForm(), { householdId, baseVersion: 2 })),
      refused('WRONG_STATE'),
    );
  });

  it.each(['poster', 'own', 'doorCode'] as const)('is refused with the channel %s', async (channel) => {
    await expectStandstill(
      street,
      () => street.as('worker W1').census.submitForm({ ...atDoor(filledForm()), channel }),
      refused('VALIDATION', { field: 'channel' }),
    );
  });

  it('corrects the second household where it is named', async () => {
    await filed(filledForm());
    const waiting = await handIn(street, door(), { by: 'outsider X' });
    const worker = street.as('worker W1').census;
    dataOf(await worker.decideForm({ formId: waiting._id, version: 1, verdict: 'secondHousehold' }));
    const all = await street.all<HouseholdDocument>('households', { doorId: door().id });
    const second = all.find(({ seq }) => seq === 2)?._id ?? '';

    dataOf(
      await worker.submitForm(
        atDoor(filledForm({ contactOk: true }), { householdId: second, baseVersion: 1 }),
      ),
    );

    const after = await street.all<HouseholdDocument>('households', { doorId: door().id });
    expect(after.map(({ seq, contactOk }) => [seq, contactOk]).sort()).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  it('says why and since when the answers change: as the worker says, else put right today', async () => {
    const { _id: householdId } = await register(street, door());
    const worker = street.as('worker W1').census;
    const saying = (effectiveOn: string) => ({
      ...{ householdId, baseVersion: 1 },
      change: { kind: 9, effectiveOn } as const,
    });
    await expectStandstill(
      street,
      () => worker.submitForm(atDoor(filledForm({ contactOk: true }), saying('2026-03-11'))),
      refused('VALIDATION', { field: 'change.effectiveOn' }),
    );

    dataOf(await worker.submitForm(atDoor(filledForm({ contactOk: true }), saying('2026-03-01'))));
    dataOf(await worker.submitForm(atDoor(filledForm(), { householdId, baseVersion: 2 })));
    const own = { ...atDoor(filledForm({ contactOk: true })), channel: undefined, baseVersion: 3 };
    dataOf(await (await street.seated('resident A')).census.submitForm(own));

    const events = await street.all<EventDocument>('events', { subjects: householdId });
    const corrections = events.filter(({ audit }) => audit.fields.includes('contactOk'));
    const said = corrections.map(({ change }) => `${change?.kind ?? 'none'} ${change?.effectiveOn ?? ''}`);
    expect(said.sort()).toEqual(['10 2026-03-10', '9 2026-03-01', 'none ']);
  });

  it('writes the consent that the worker took', async () => {
    const { _id } = await filed(filledForm());

    const rows = await street.all<ConsentDocument>('consents', { householdId: _id });

    expect(rows.map(({ subject, channel }) => [subject, channel])).toEqual([[_id, 'worker']]);
  });

  it('keeps what the worker does not see', async () => {
    const child = filledMember({ key: 'cccccccc', relation: 2, ageBand: '6-13', name: '王小明' });
    const members = [...filledForm().members.slice(0, 2), child];
    const household = await register(street, door(), { form: { members, volunteer: 'volunteer' } });
    const seen = members.map((member) =>
      member.key === child.key ? { ...member, name: undefined } : member,
    );
    const again = filledForm({
      members: JSON.parse(JSON.stringify(seen)) as typeof members,
      contactOk: true,
    });

    dataOf(
      await street
        .as('worker W1')
        .census.submitForm(atDoor(again, { householdId: household._id, baseVersion: 1 })),
    );

    const stored = await street.stored<HouseholdDocument>('households', household._id);
    const answers = stored && openAnswers(street.keyring, stored);
    expect(answers).toMatchObject({ volunteer: 'volunteer', contactOk: true });
    expect(answers?.members.map(({ name }) => name)).toEqual(['王建国', '李秀英', '王小明']);
  });

  it('moves the door as a whole from a family to nobody and back', async () => {
    const { _id: householdId } = await filed(filledForm());
    const worker = street.as('worker W1').census;

    dataOf(await worker.submitForm(atDoor(vacantForm(), { householdId, baseVersion: 1 })));
    const empty = await slotOf();
    dataOf(await worker.submitForm(atDoor(filledForm(), { householdId, baseVersion: 2 })));
    const full = await slotOf();

    expect(empty).toMatchObject({ state: 'vacant', households: 0, people: 0 });
    expect(full).toMatchObject({ state: 'filled', households: 1, people: 3 });
  });

  it('makes a form that waits at the door a comparison', async () => {
    await handIn(street, door());

    await filed(filledForm());

    expect(await slotOf()).toMatchObject({ state: 'filled', waiting: 1, flagged: true });
    expect(await slotOf()).not.toHaveProperty('former');
  });
});
