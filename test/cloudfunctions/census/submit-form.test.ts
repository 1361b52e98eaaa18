import type {
  HouseholdDocument,
  SubmissionDocument,
  WallDocument,
} from '../../../cloudfunctions/repositories/documents';
import { openSubmission } from '../../../cloudfunctions/records/sealed-form';
import {
  dataOf,
  filledForm,
  newOpId,
  openStreet,
  refused,
  START,
  type Door,
  type TestStreet,
} from '../fixture/street';

let street: TestStreet;
let door: Door;
beforeAll(async () => {
  street = await openStreet();
  door = street.door('苹果花园 3-2-502');
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const consent = { given: true, noticeVersion: '1' };

function formAt(at: Door, changes: Parameters<typeof filledForm>[0] = {}) {
  return { place: { by: 'scene', scene: at.scene } as const, form: filledForm(changes), consent };
}

async function slotOf({ unitId, slot }: Door): Promise<WallDocument['slots'][string] | undefined> {
  return (await street.stored<WallDocument>('walls', unitId))?.slots[String(slot)];
}

async function registers(at: Door): Promise<HouseholdDocument> {
  dataOf(await street.as('resident A').census.submitForm(formAt(at)));
  const [form] = await street.all<SubmissionDocument>('submissions', { doorId: at.id });
  dataOf(
    await street
      .as('worker W1')
      .census.decideForm({ formId: form?._id ?? '', version: 1, verdict: 'confirm' }),
  );
  const [household] = await street.all<HouseholdDocument>('households', { doorId: at.id });
  if (household === undefined) throw new Error('nobody was registered');
  return household;
}

/** Runs a refused call and proves that nothing but counters moved. */
async function expectRefused(call: () => Promise<unknown>, expected: unknown): Promise<void> {
  const before = {
    slot: await slotOf(door),
    events: await street.count('events'),
    forms: await street.count('submissions'),
  };

  expect(await call()).toEqual(expected);

  expect(await slotOf(door)).toEqual(before.slot);
  expect(await street.count('events')).toBe(before.events);
  expect(await street.count('submissions')).toBe(before.forms);
}

describe('hand in a form', () => {
  it('is refused for a code that nobody printed', async () => {
    const place = { by: 'scene', scene: 'H.0000000000.d1' } as const;

    await expectRefused(
      () => street.as('resident A').census.submitForm({ ...formAt(door), place }),
      refused('NOT_FOUND'),
    );
  });

  it('is refused for a code that was revoked', async () => {
    dataOf(await street.as('worker W1').link.revokeDoorCode({ doorId: door.id }));

    await expectRefused(
      () => street.as('resident A').census.submitForm(formAt(door)),
      refused('REVOKED_CODE'),
    );
  });

  it('is refused for a ticket that has run out', async () => {
    const { ticket } = dataOf(await street.as('resident A').area.pickDoor({ doorId: door.id }));
    await street.clock.set(START + 61 * 60_000);

    await expectRefused(
      () => street.as('resident A').census.submitForm({ ...formAt(door), place: { by: 'ticket', ticket } }),
      refused('EXPIRED'),
    );
  });

  it('is refused to a stranger who names a door instead of a code', async () => {
    await expectRefused(
      () =>
        street
          .as('outsider X')
          .census.submitForm({ ...formAt(door), place: { by: 'door', doorId: door.id } }),
      refused('NOT_FOUND'),
    );
  });

  it('is refused to a worker of another grid', async () => {
    const own = street.door('龙泉苑 1-1-101');

    const reply = await street
      .as('worker W1')
      .census.submitForm({ ...formAt(own), place: { by: 'door', doorId: own.id }, channel: 'visit' });

    expect(reply).toEqual(refused('NOT_FOUND'));
    expect(await street.count('households', { doorId: own.id })).toBe(0);
  });

  it('is refused without consent, and after the campaign', async () => {
    const refusal = { ...formAt(door), consent: { given: false, noticeVersion: '1' } };
    await expectRefused(
      () => street.as('resident A').census.submitForm(refusal),
      refused('CONSENT_REQUIRED'),
    );

    await street.changeCampaign({ isOpen: false });
    await expectRefused(
      () => street.as('resident A').census.submitForm(formAt(door)),
      refused('PURPOSE_CLOSED'),
    );
  });

  it('says in a sentence which field to mend', async () => {
    const phone = { number: '1001234567' };

    await expectRefused(
      () => street.as('resident A').census.submitForm(formAt(door, { phone })),
      refused('VALIDATION', { field: 'phone', sentence: '手机号应该是 11 位，您看看是不是少了一位' }),
    );
  });

  it('refuses a suggestion that names what is never kept', async () => {
    const suggestion = '楼上那户是社区矫正的';

    await expectRefused(
      () => street.as('resident A').census.submitForm(formAt(door, { suggestion })),
      refused('CONTENT_REJECTED'),
    );
  });

  it('waits for the worker, sealed, and shows as pending', async () => {
    const reply = await street.as('resident A').census.submitForm(formAt(door));

    const { receipt, state } = dataOf(reply);
    expect(state).toBe('waiting');
    expect(receipt.plate).toEqual({ compound: '苹果花园', line: '3-2-502' });
    expect(await slotOf(door)).toMatchObject({ state: 'pending', waiting: 1, flagged: false, households: 0 });
    const [form] = await street.all<SubmissionDocument>('submissions', { doorId: door.id });
    expect(JSON.stringify(form)).not.toMatch(/王建国|10012345678/);
    expect(form && openSubmission(street.keyring, form).headName).toBe('王建国');
    expect(await street.count('consents', { subject: form?._id })).toBe(1);
  });

  it('answers at a taken door as at a free one, and is a comparison', async () => {
    const taken = street.door('苹果花园 3-1-101');

    const atTaken = dataOf(await street.as('outsider X').census.submitForm(formAt(taken)));
    const atFree = dataOf(await street.as('outsider X').census.submitForm(formAt(door)));

    expect(Object.keys(atTaken).sort()).toEqual(Object.keys(atFree).sort());
    expect(atTaken.state).toBe(atFree.state);
    expect(await slotOf(taken)).toMatchObject({ state: 'filled', households: 1, waiting: 1, flagged: true });
  });

  it('is done once, however often it is sent', async () => {
    const opId = newOpId();
    const first = await street.as('resident A').census.submitForm(formAt(door), { opId });
    const again = await street.as('resident A').census.submitForm(formAt(door), { opId, again: true });
    const blind = await street.as('resident A').census.submitForm(formAt(door), { opId });

    expect(again).toEqual({ ...first, duplicate: true });
    expect(blind).toEqual({ ...first, duplicate: true });
    expect(await street.count('submissions', { doorId: door.id })).toBe(1);
  });

  it('refuses the same operation id with another form', async () => {
    const opId = newOpId();
    dataOf(await street.as('resident A').census.submitForm(formAt(door), { opId }));

    const other = await street
      .as('resident A')
      .census.submitForm(formAt(door, { contactOk: true }), { opId });

    expect(other).toEqual(refused('IDEMPOTENCY_MISMATCH'));
  });

  it('of two phones at the same moment files one form and one comparison', async () => {
    await Promise.all([
      street.as('resident A').census.submitForm(formAt(door)),
      street.as('outsider X').census.submitForm(formAt(door)),
    ]);

    expect(await slotOf(door)).toMatchObject({ state: 'pending', waiting: 2, flagged: true });
    expect(await street.count('submissions', { doorId: door.id })).toBe(2);
  });
});

describe('correct the own household', () => {
  it('is refused on a version that has passed, and nothing is written', async () => {
    const household = await registers(door);
    const resident = await street.seated('resident A');

    const reply = await resident.census.submitForm({
      ...formAt(door, { liveCount: 3, contactOk: true }),
      place: { by: 'door', doorId: door.id },
      baseVersion: household.version + 1,
    });

    expect(reply).toEqual(refused('STALE_VERSION'));
    expect(await street.stored('households', household._id)).toEqual(household);
  });

  it('replaces the answers, keeps the former ones sealed, and opens no second household', async () => {
    const household = await registers(door);
    const resident = await street.seated('resident A');

    const reply = await resident.census.submitForm({
      ...formAt(door, { contactOk: true }),
      place: { by: 'door', doorId: door.id },
      baseVersion: household.version,
    });

    expect(dataOf(reply).state).toBe('submitted');
    const stored = await street.stored<HouseholdDocument>('households', household._id);
    expect(stored).toMatchObject({ version: household.version + 1, contactOk: true, seq: 1 });
    const event = (await street.events()).find(({ sealedDiff }) => sealedDiff !== undefined);
    expect(event?.audit.action).toBe('form.submit');
    expect(event?.audit.fields).toEqual(['contactOk']);
    expect(await street.count('households', { doorId: door.id })).toBe(1);
  });

  it('writes nothing when nothing changed', async () => {
    const household = await registers(door);
    const resident = await street.seated('resident A');
    const events = await street.count('events');

    dataOf(
      await resident.census.submitForm({
        ...formAt(door),
        place: { by: 'door', doorId: door.id },
        baseVersion: household.version,
      }),
    );

    expect(await street.stored('households', household._id)).toEqual(household);
    expect(await street.count('events')).toBe(events);
  });

  it('writes nothing when only the way of writing changed', async () => {
    const household = await registers(door);
    const resident = await street.seated('resident A');
    const form = { phone: { number: '100 1234 5678' }, headName: ' 王建国 ', suggestion: '  ' };

    dataOf(
      await resident.census.submitForm({
        ...formAt(door, form),
        place: { by: 'door', doorId: door.id },
        baseVersion: household.version,
      }),
    );

    expect(await street.stored('households', household._id)).toEqual(household);
  });

  it('with the same answers under a new notice keeps the new consent', async () => {
    const household = await registers(door);
    const resident = await street.seated('resident A');
    await street.changeCampaign({ noticeVersion: '2' });

    dataOf(
      await resident.census.submitForm({
        ...formAt(door),
        consent: { given: true, noticeVersion: '2' },
        place: { by: 'door', doorId: door.id },
        baseVersion: household.version,
      }),
    );

    const stored = await street.stored<HouseholdDocument>('households', household._id);
    expect(stored?.consent.noticeVersion).toBe('2');
    expect(await street.count('consents', { subject: household._id, noticeVersion: '2' })).toBe(1);
  });

  it('of a neighbour is refused like a door that is not there', async () => {
    await registers(door);
    const resident = await street.seated('resident A');
    const neighbour = street.door('苹果花园 3-2-501');

    const reply = await resident.census.submitForm({
      ...formAt(neighbour),
      place: { by: 'door', doorId: neighbour.id },
    });

    expect(reply).toEqual(refused('NOT_FOUND'));
  });
});

describe('a worker at the door', () => {
  it('files the answer at once, confirmed by the worker', async () => {
    const reply = await street
      .as('worker W1')
      .census.submitForm({ ...formAt(door), place: { by: 'door', doorId: door.id }, channel: 'visit' });

    expect(dataOf(reply).state).toBe('submitted');
    expect(await slotOf(door)).toMatchObject({ state: 'filled', households: 1, people: 3 });
    const [household] = await street.all<HouseholdDocument>('households', { doorId: door.id });
    expect(household).toMatchObject({
      channel: 'visit',
      confirmedBy: street.userId('worker W1'),
      accounts: [],
    });
  });
});
