import type {
  ConflictDocument,
  ConsentDocument,
  HouseholdDocument,
  SubmissionDocument,
  WallDocument,
} from '../../../cloudfunctions/repositories/documents';
import { openAnswers } from '../../../cloudfunctions/records/sealed-answers';
import { CONSENT, formFor, handIn, register } from '../fixture/residents';
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
const reason = '上门核对电话';
const slotOf = async (): Promise<WallDocument['slots'][string] | undefined> =>
  (await street.stored<WallDocument>('walls', door().unitId))?.slots[String(door().slot)];

describe('answers as they are kept', () => {
  it('holds the reason for an odd age sealed, and no reason under another code', async () => {
    const head = filledMember({ key: 'aaaaaaaa', relation: 0, ageBand: '18-59', name: '王建国' });
    const parent = filledMember({ key: 'bbbbbbbb', relation: 3, ageBand: '14-17', name: '王一' });
    const form = {
      members: [head, parent],
      liveCount: 2,
      reasons: { 'age.bbbbbbbb': '是继母', anything: '白天没人' },
    };

    const household = await register(street, door(), { form });

    expect(openAnswers(street.keyring, household).reasons).toEqual({ 'age.bbbbbbbb': '是继母' });
    expect(JSON.stringify(household)).not.toMatch(/是继母|白天没人/);
  });

  it('holds the name of a head under 18 sealed, with no key to find it by', async () => {
    const head = filledMember({ key: 'aaaaaaaa', relation: 0, ageBand: '14-17', name: '王小明' });
    const form = { members: [head], headName: '王小明', liveCount: 1 };

    const household = await register(street, door(), { form });

    expect(JSON.stringify(household)).not.toContain('王小明');
    expect(openAnswers(street.keyring, household)).toMatchObject({
      headName: '王小明',
      members: [{ name: '王小明' }],
    });
  });

  it('refuses a name that is none on the short way as well', async () => {
    const form = vacantForm({ headName: '楼上的先生' });

    await expectStandstill(
      street,
      () => street.as('resident A').census.submitForm({ ...formFor(door()), form }),
      refused('VALIDATION', { field: 'headName' }),
    );
  });

  it('binds the sender’s consent to the household', async () => {
    const household = await register(street, door());

    const rows = await street.all<ConsentDocument>('consents', { householdId: household._id });

    expect(rows.map(({ subject, channel }) => [subject, channel])).toEqual([[household.formIds[0], 'self']]);
  });

  it('is no longer what a worker confirmed once the household corrects it', async () => {
    const household = await register(street, door());
    const resident = await street.seated('resident A');
    const input = { place: { by: 'door', doorId: door().id } as const, consent: CONSENT, baseVersion: 1 };

    dataOf(await resident.census.submitForm({ ...input, form: filledForm({ contactOk: true }) }));

    const stored = await street.stored<HouseholdDocument>('households', household._id);
    expect(stored).not.toHaveProperty('confirmedBy');
    expect(stored).not.toHaveProperty('confirmedOn');
  });
});

describe('forms that wait', () => {
  it('of one sender at one door are one: the newer takes the place of the older', async () => {
    const first = await handIn(street, door());

    const second = await handIn(street, door(), { form: { contactOk: true } });

    expect(second._id).not.toBe(first._id);
    expect(await slotOf()).toMatchObject({ state: 'pending', waiting: 1, flagged: false });
    expect(await street.stored('submissions', first._id)).toMatchObject({
      state: 'rejected',
      sealedForm: '',
    });
  });

  it('want a look at a door that is vacant by an accepted answer, and stay out of the bulk', async () => {
    const worker = street.as('worker W1').census;
    await register(street, door(), { form: vacantForm(), by: 'landlord D' });
    await handIn(street, door());

    const { confirmed, flagged } = dataOf(await worker.confirmUnit({ unitId: door().unitId }));

    expect([confirmed, flagged]).toEqual([0, 1]);
    expect(await slotOf()).toMatchObject({ waiting: 1, flagged: true, former: 'vacant' });
  });

  it('that say nobody lives there are no second household', async () => {
    await register(street, door());
    const second = await handIn(street, door(), { by: 'landlord D', form: vacantForm() });

    await expectStandstill(
      street,
      () =>
        street
          .as('worker W1')
          .census.decideForm({ formId: second._id, version: 1, verdict: 'secondHousehold' }),
      refused('WRONG_STATE'),
    );
  });

  it('differ from the answer in what they say, not in how it is written', async () => {
    const vehicles = [{ plate: '京A12345', propertyMaySee: false }];
    const household = await register(street, door(), { form: { vehicles } });
    const written = {
      phone: { number: '100 1234 5678' },
      vehicles: [{ plate: '京a12345', propertyMaySee: false }],
    };
    const second = await handIn(street, door(), { by: 'outsider X', form: written });
    const same = {
      formId: second._id,
      version: 1,
      verdict: 'sameHousehold',
      householdId: household._id,
    } as const;

    const { conflicts } = dataOf(await street.as('worker W1').census.decideForm(same));

    expect(conflicts).toBe(0);
    expect(await street.count('conflicts', { householdId: household._id })).toBe(0);
  });

  it('go on waiting for a sender who is not of the household that they were found to be of', async () => {
    const household = await register(street, door());
    const second = await handIn(street, door(), { by: 'outsider X' });
    const same = {
      formId: second._id,
      version: 1,
      verdict: 'sameHousehold',
      householdId: household._id,
    } as const;
    dataOf(await street.as('worker W1').census.decideForm(same));

    const { state } = dataOf(await street.as('outsider X').census.readReceipt({ opId: second.opId }));

    expect(state).toBe('waiting');
  });

  it('answer their receipt to the sender in the seat of the household', async () => {
    const household = await register(street, door());
    const form = await street.stored<SubmissionDocument>('submissions', household.formIds[0] ?? '');
    const resident = await street.seated('resident A');

    const { state } = dataOf(await resident.census.readReceipt({ opId: form?.opId ?? '' }));

    expect(state).toBe('submitted');
  });

  it('show a building head neither their number nor their findings', async () => {
    const head = street.as('head H3').census;
    await handIn(street, door());
    await handIn(street, door(), { by: 'outsider X' });

    const { units } = dataOf(await head.readWall({ buildingId: door().buildingId }));
    const { buildings } = dataOf(await head.listWalls({}));

    const doors = units.flatMap((unit) => unit.doors);
    expect(doors.filter(({ waiting, flagged }) => waiting > 0 || flagged)).toEqual([]);
    expect(buildings.map(({ flagged }) => flagged)).toEqual([0]);
  });
});

describe('what a withdrawal and a look leave', () => {
  it('erases former values and disputed answers', async () => {
    const household = await register(street, door(), { form: { volunteer: 'volunteer' } });
    const second = await handIn(street, door(), {
      by: 'outsider X',
      form: { phone: { number: '10099998888' } },
    });
    const householdId = household._id;
    dataOf(
      await street
        .as('worker W1')
        .census.decideForm({ formId: second._id, version: 1, verdict: 'sameHousehold', householdId }),
    );
    const resident = await street.seated('resident A');
    const input = { place: { by: 'door', doorId: door().id } as const, consent: CONSENT, baseVersion: 1 };
    dataOf(await resident.census.submitForm({ ...input, form: filledForm({ contactOk: true }) }));
    expect((await street.events()).some(({ sealedDiff }) => sealedDiff !== undefined)).toBe(true);

    dataOf(await resident.census.withdrawConsent({ householdId }));

    expect((await street.events()).some(({ sealedDiff }) => sealedDiff !== undefined)).toBe(false);
    expect(await street.all<ConflictDocument>('conflicts', { householdId })).toEqual([]);
    const stored = await street.stored<HouseholdDocument>('households', householdId);
    expect(stored).not.toHaveProperty('volunteer');
    expect(stored?.consent.withdrawnOn).toBe('2026-03-10');
  });

  it('shows the household who looked at its form before it was confirmed', async () => {
    const form = await handIn(street, door());
    const worker = street.as('worker W1');
    dataOf(await worker.census.readDoor({ doorId: door().id }));
    dataOf(await worker.register.revealPhone({ formId: form._id, reason }));
    dataOf(await worker.census.decideForm({ formId: form._id, version: 1, verdict: 'confirm' }));
    const [household] = await street.all<HouseholdDocument>('households', { doorId: door().id });
    const resident = await street.seated('resident A');

    const { looks } = dataOf(await resident.audit.aboutMe({ householdId: household?._id ?? '' }));

    expect(looks.map(({ act }) => act).sort()).toEqual([
      'form.confirm',
      'household.read',
      'person.revealPhone',
    ]);
  });

  it('asks for a new consent before saying 和上次一样 under a new notice', async () => {
    const household = await register(street, door());
    const resident = await street.seated('resident A');
    await street.changeCampaign({ noticeVersion: '2' });

    await expectStandstill(
      street,
      () => resident.census.confirmSame({ householdId: household._id, baseVersion: 1 }),
      refused('CONSENT_REQUIRED'),
    );
  });
});
