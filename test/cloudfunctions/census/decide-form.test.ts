import type { HouseholdForm } from '@domain/census/household-form';
import type {
  AssignmentDocument,
  ConflictDocument,
  HouseholdDocument,
  SubmissionDocument,
  WallDocument,
} from '../../../cloudfunctions/repositories/documents';
import { formFor, handIn } from '../fixture/residents';
import { expectStandstill } from '../fixture/standstill';
import {
  accepted,
  dataOf,
  filledMember,
  newOpId,
  openStreet,
  refused,
  repeated,
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

const free = (): Door => street.door('苹果花园 3-2-502');
const taken = (): Door => street.door('苹果花园 3-1-101');
const decide = (formId: string, verdict: 'confirm' | 'sameHousehold' | 'secondHousehold' | 'reject') => ({
  formId,
  version: 1,
  verdict,
});

async function slotOf({ unitId, slot }: Door): Promise<WallDocument['slots'][string] | undefined> {
  return (await street.stored<WallDocument>('walls', unitId))?.slots[String(slot)];
}

describe('decide a waiting form', () => {
  it('is refused for a form that is not there, or of another grid', async () => {
    const [elsewhere] = await street.all<SubmissionDocument>('submissions', {
      compoundId: street.area('龙泉苑'),
      state: 'waiting',
    });

    for (const formId of ['nothing', elsewhere?._id ?? '']) {
      const call = () => street.as('worker W1').census.decideForm(decide(formId, 'confirm'));
      await expectStandstill(street, call, refused('NOT_FOUND'));
    }
  });

  it('is refused to residents, building heads, the street and auditors', async () => {
    const { _id } = await handIn(street, free());

    for (const person of ['outsider X', 'head H3', 'office ADM', 'auditor Q', 'volunteer V1']) {
      const call = () => street.as(person).census.decideForm(decide(_id, 'confirm'));
      await expectStandstill(street, call, refused('FORBIDDEN'));
    }
  });

  it('is refused to whoever filled it', async () => {
    const { _id } = await handIn(street, free(), { by: 'worker W1' });

    await expectStandstill(
      street,
      () => street.as('worker W1').census.decideForm(decide(_id, 'confirm')),
      refused('FORBIDDEN'),
    );
    expect((await street.as('worker W2').census.decideForm(decide(_id, 'confirm'))).ok).toBe(true);
  });

  it('is refused with a verdict that does not fit the door', async () => {
    const alone = await handIn(street, free());
    const beside = await handIn(street, taken(), { by: 'outsider X' });
    const worker = street.as('worker W1').census;
    const { id: elsewhere } = street.householdAt('苹果花园 3-1-102');

    for (const [input, code] of [
      [decide(alone._id, 'secondHousehold'), 'WRONG_STATE'],
      [decide(beside._id, 'confirm'), 'WRONG_STATE'],
      [decide(beside._id, 'sameHousehold'), 'NOT_FOUND'],
      [{ ...decide(beside._id, 'sameHousehold'), householdId: elsewhere }, 'NOT_FOUND'],
    ] as const) {
      await expectStandstill(street, () => worker.decideForm(input), refused(code));
    }
  });

  it('is refused with a reason that names what is never kept', async () => {
    const { _id } = await handIn(street, free());

    await expectStandstill(
      street,
      () =>
        street.as('worker W1').census.decideForm({ ...decide(_id, 'reject'), reason: '这户是社区矫正的' }),
      refused('CONTENT_REJECTED'),
    );
  });

  it('is refused on a version that has passed, and once decided', async () => {
    const { _id } = await handIn(street, free());
    const worker = street.as('worker W1').census;

    await expectStandstill(
      street,
      () => worker.decideForm({ ...decide(_id, 'confirm'), version: 2 }),
      refused('STALE_VERSION', { version: 1 }),
    );
    dataOf(await worker.decideForm(decide(_id, 'confirm')));
    await expectStandstill(
      street,
      () => street.as('worker W2').census.decideForm({ ...decide(_id, 'reject'), version: 2 }),
      refused('WRONG_STATE', { state: 'accepted' }),
    );
  });

  it('confirms: a household, its sender’s seat, the wall, one event, and an empty envelope', async () => {
    const door = free();
    const form = await handIn(street, door);

    const reply = await street.as('worker W1').census.decideForm(decide(form._id, 'confirm'));

    expect(reply).toEqual(accepted({ state: 'filled', conflicts: 0 }));
    const [household] = await street.all<HouseholdDocument>('households', { doorId: door.id });
    expect(household).toMatchObject({
      seq: 1,
      channel: 'doorCode',
      accounts: [street.userId('resident A')],
      confirmedBy: street.userId('worker W1'),
    });
    const [seat] = await street.all<AssignmentDocument>('assignments', {
      userId: street.userId('resident A'),
    });
    expect(seat).toMatchObject({ role: 'RE', label: '苹果花园 3-2-502' });
    expect(seat?.scope.householdId).toBe(household?._id);
    expect(await slotOf(door)).toMatchObject({ state: 'filled', waiting: 0, households: 1, people: 3 });
    expect(await street.stored('submissions', form._id)).toMatchObject({ state: 'accepted', sealedForm: '' });
    const events = (await street.events()).filter(({ audit }) => audit.action === 'form.confirm');
    expect(events.map(({ audit }) => audit.objects)).toEqual([[form._id, household?._id]]);
  });

  it('confirms an empty home without a household count', async () => {
    const door = free();
    const form = await handIn(street, door, { form: vacantForm() });
    expect(form).toBeDefined();

    const reply = await street.as('worker W1').census.decideForm(decide(form._id, 'confirm'));

    expect(dataOf(reply).state).toBe('vacant');
    expect(await slotOf(door)).toMatchObject({ state: 'vacant', households: 0, people: 0, waiting: 0 });
  });

  it('rejects: the door is again what it was, and nobody is bound', async () => {
    const door = free();
    const before = await slotOf(door);
    const form = await handIn(street, door);

    const reply = await street.as('worker W1').census.decideForm(decide(form._id, 'reject'));

    expect(reply).toEqual(accepted({ state: 'missing', conflicts: 0 }));
    expect(await slotOf(door)).toEqual(before);
    expect(await street.count('households', { doorId: door.id })).toBe(0);
    expect(await street.count('assignments', { userId: street.userId('resident A') })).toBe(0);
    expect(await street.stored('submissions', form._id)).toMatchObject({ state: 'rejected', sealedForm: '' });
  });

  it('joins two answers of one household: what differs becomes conflicts, the answer stays', async () => {
    const door = free();
    const first = await handIn(street, door);
    dataOf(await street.as('worker W1').census.decideForm(decide(first._id, 'confirm')));
    const [kept] = await street.all<HouseholdDocument>('households', { doorId: door.id });
    const second = await handIn(street, door, {
      by: 'outsider X',
      form: { phone: { number: '10099998888' } },
    });
    const same = { ...decide(second._id, 'sameHousehold'), householdId: kept?._id ?? '' };

    const reply = await street.as('worker W1').census.decideForm(same);

    expect(reply).toEqual(accepted({ state: 'filled', conflicts: 1 }));
    expect(await street.stored('households', kept?._id ?? '')).toEqual({
      ...kept,
      formIds: [first._id, second._id],
    });
    const conflicts = await street.all<ConflictDocument>('conflicts', { householdId: kept?._id });
    expect(conflicts.map(({ field, state }) => [field, state])).toEqual([['phone', 'open']]);
    expect(JSON.stringify(conflicts)).not.toContain('10099998888');
    expect(await street.count('assignments', { userId: street.userId('outsider X') })).toBe(0);
    expect(await slotOf(door)).toMatchObject({ waiting: 0, flagged: false, households: 1 });
    // The worker finds them at the door, and is reminded by a task.
    const { households } = dataOf(await street.as('worker W1').census.readDoor({ doorId: door.id }));
    expect(households.map(({ openConflicts }) => openConflicts)).toEqual([1]);
    const tasks = await street.all('tasks', { kind: 'conflict' });
    expect(tasks).toEqual([expect.objectContaining({ state: 'open', subjectId: kept?._id })]);
  });

  it('registers a second household behind the door with the next number', async () => {
    const door = taken();
    const members = [filledMember({ relation: 0, name: '赵六' })];
    const form = { members, headName: '赵六', liveCount: 1, fillRole: 1 } as const;
    const second = await handIn(street, door, { by: 'outsider X', form });

    const reply = await street.as('worker W1').census.decideForm(decide(second._id, 'secondHousehold'));

    expect(dataOf(reply).state).toBe('filled');
    const households = await street.all<HouseholdDocument>('households', { doorId: door.id });
    expect(households.map(({ seq }) => seq).sort()).toEqual([1, 2]);
    expect(await slotOf(door)).toMatchObject({ households: 2, lastSeq: 2 });
  });

  it('takes one more bed, and finds nobody by a number that its holder did not say', async () => {
    const bed = (headName: string, key: string): Partial<HouseholdForm> => {
      return { headName, liveCount: 1, members: [filledMember({ key, relation: 0, name: headName })] };
    };
    const first = await handIn(street, free(), { form: bed('陈小雨', 'bed00001') });
    const { census } = street.as('worker W1');
    dataOf(await census.decideForm(decide(first._id, 'confirm')));
    const home = () => street.all<HouseholdDocument>('households', { doorId: free().id });
    const householdId = (await home())[0]?._id ?? '';
    const silent = { ...bed('孟强', 'bed00002'), phone: { number: '' }, refused: ['phone' as const] };
    const { _id: formId } = await handIn(street, free(), { by: 'tenant C', form: silent });

    dataOf(await census.decideForm({ formId, version: 1, verdict: 'bedHolder', householdId }));

    const [room, ...others] = await home();
    expect([room?.members.length, others]).toEqual([2, []]);
    expect(room?.keys.filter((key) => key.startsWith('p:'))).toEqual([
      `p:${street.keyring.index('phone', '10012345678')}`,
    ]);
  });

  it('is done once, however often it is sent', async () => {
    const form = await handIn(street, free());
    const opId = newOpId();
    const worker = street.as('worker W1').census;
    const first = dataOf(await worker.decideForm(decide(form._id, 'confirm'), { opId }));

    const blind = await worker.decideForm(decide(form._id, 'confirm'), { opId });
    const again = await worker.decideForm(decide(form._id, 'confirm'), { opId, again: true });

    expect([blind, again]).toEqual([repeated(first), repeated(first)]);
    expect(await street.count('households', { doorId: form.doorId })).toBe(1);
  });

  it('of two workers at one moment counts one', async () => {
    const form = await handIn(street, free());

    const replies = await Promise.all([
      street.as('worker W1').census.decideForm(decide(form._id, 'confirm')),
      street.as('worker W2').census.decideForm(decide(form._id, 'reject')),
    ]);

    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(replies.find(({ ok }) => !ok)).toEqual(
      expect.objectContaining({
        problem: expect.objectContaining({ code: expect.stringMatching(/WRONG_STATE|STALE_VERSION/) }),
      }),
    );
    expect((await street.events()).filter(({ audit }) => audit.action === 'form.confirm')).toHaveLength(1);
  });

  it('binds one person to two doors as two households', async () => {
    const first = await handIn(street, free());
    const other = street.door('苹果花园 3-2-501');
    const second = await handIn(street, other);
    const worker = street.as('worker W1').census;

    dataOf(await worker.decideForm(decide(first._id, 'confirm')));
    dataOf(await worker.decideForm(decide(second._id, 'confirm')));

    const { seats } = dataOf(await street.as('resident A').session.whoami({}));
    expect(seats.map(({ label }) => label).sort()).toEqual(['苹果花园 3-2-501', '苹果花园 3-2-502']);
  });

  it('of a second form by the same person at one door does not bind twice', async () => {
    const first = await handIn(street, free());
    dataOf(await street.as('worker W1').census.decideForm(decide(first._id, 'confirm')));
    dataOf(await street.as('resident A').census.submitForm(formFor(free(), { contactOk: true })));
    const [second] = await street.all<SubmissionDocument>('submissions', {
      doorId: free().id,
      state: 'waiting',
    });

    dataOf(await street.as('worker W1').census.decideForm(decide(second?._id ?? '', 'secondHousehold')));

    expect(await street.count('households', { doorId: free().id })).toBe(2);
    expect(await street.count('assignments', { userId: street.userId('resident A') })).toBe(2);
  });
});
