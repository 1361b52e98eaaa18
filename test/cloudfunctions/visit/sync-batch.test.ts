import type {
  ConflictDocument,
  HouseholdDocument,
  MessageDocument,
  SubmissionDocument,
  TaskDocument,
  VisitDocument,
  WallDocument,
} from '../../../cloudfunctions/repositories/documents';
import { openAnswers } from '../../../cloudfunctions/records/sealed-answers';
import { walkFrom } from '../fixture/offline';
import { handIn, register } from '../fixture/residents';
import { changeSeat } from '../fixture/seats';
import { expectStandstill } from '../fixture/standstill';
import { dataOf, newOpId, openStreet, refused, type Door, type TestStreet } from '../fixture/street';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

const door = (): Door => street.door('苹果花园 3-2-502');
const next = (): Door => street.door('苹果花园 3-2-501');
const slotOf = async ({ unitId, slot }: Door) =>
  (await street.stored<WallDocument>('walls', unitId))?.slots[String(slot)];
const visitsAt = ({ id }: Door) => street.all<VisitDocument>('visits', { doorId: id });

describe('a batch of offline records', () => {
  it('is refused to outsiders, and to a suspended account, and nothing is written', async () => {
    const walk = await walkFrom(street, 'worker W1', door());
    const input = { sentAt: street.clock.now(), records: [walk.visit({ result: 'nobody' })] };

    await expectStandstill(
      street,
      () => street.as('outsider X').visit.syncBatch(input),
      refused('FORBIDDEN'),
    );
    await changeSeat(street, 'worker W1', { state: 'suspended' });
    await expectStandstill(street, () => street.as('worker W1').visit.syncBatch(input), refused('FORBIDDEN'));
  });

  it('is refused as a whole where it is empty, too long, or holds what no record has', async () => {
    const walk = await walkFrom(street, 'worker W1', door());
    const record = walk.visit({ result: 'nobody' });
    const sentAt = street.clock.now();
    const worker = street.as('worker W1').visit;

    for (const records of [[], Array.from({ length: 21 }, () => ({ ...record, opId: newOpId() }))]) {
      await expectStandstill(street, () => worker.syncBatch({ sentAt, records }), refused('VALIDATION'));
    }
    const located = { ...record, record: { ...record.record, latitude: 45.7 } };
    await expectStandstill(
      street,
      () => worker.syncBatch({ sentAt, records: [located] as never }),
      refused('VALIDATION'),
    );
  });

  it('answers each record on its own, and one refused stops its own door alone', async () => {
    const first = await walkFrom(street, 'worker W1', door());
    const second = await walkFrom(street, 'worker W1', next());
    const records = [
      first.visit({ result: 'collected' }),
      first.visit({ result: 'nobody' }),
      second.visit({ result: 'refused' }),
      first.note('门禁密码问门卫要'),
    ];

    const answers = await first.sync(records);

    expect(answers.map(({ outcome }) => outcome)).toEqual(['rejected', 'held', 'applied', 'applied']);
    expect(answers[0]?.problem?.code).toBe('WRONG_STATE');
    expect(answers[2]?.knock).toMatchObject({ visit: 'done', state: 'refused' });
    expect(await visitsAt(door())).toEqual([]);
    expect((await slotOf(next()))?.state).toBe('refused');
  });

  it('sent again changes nothing and gives the first answers', async () => {
    const walk = await walkFrom(street, 'worker W1', door());
    const records = [walk.filing(), walk.visit({ result: 'collected' })];
    const first = await walk.sync(records);
    const events = (await street.events()).length;

    const again = await walk.sync(records.map((record) => ({ ...record, again: true })));

    expect(first.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    expect(again).toEqual(first.map((answer) => ({ ...answer, outcome: 'duplicate' })));
    expect((await street.events()).length).toBe(events);
  });

  it('keeps the clock of a phone that is wrong by a year as evidence, and goes by the server', async () => {
    const walk = await walkFrom(street, 'worker W1', door());
    await street.clock.set(street.clock.now() + 2 * HOUR);
    const now = street.clock.now();
    const madeAt = now - YEAR - HOUR;

    await walk.sync([walk.visit({ result: 'nobody', slipLeft: true }, { madeAt })], now - YEAR);

    const [visit] = await visitsAt(door());
    expect(visit).toMatchObject({ at: now - HOUR, isSkewed: true, slipLeft: true });
    const [event] = (await street.events()).slice(-1);
    expect(event).toMatchObject({ at: now, device: { at: madeAt, skewMs: -YEAR } });
    expect((await slotOf(door()))?.visit?.next?.on).toBe('2026-03-11');
  });

  it.each([
    ['behind', -YEAR, 0],
    ['ahead', YEAR, 2 * HOUR],
  ])('where the clock was a year %s and has been put right, goes by pack and server', async (_, ms, late) => {
    const walk = await walkFrom(street, 'worker W1', door());
    const packedAt = street.clock.now();
    await street.clock.set(street.clock.now() + 2 * HOUR);

    await walk.sync([walk.visit({ result: 'nobody' }, { madeAt: packedAt + HOUR + ms })]);

    expect(await visitsAt(door())).toEqual([
      expect.objectContaining({ at: packedAt + late, isSkewed: true }),
    ]);
  });

  it('leaves the word of a household that answered meanwhile, and withdraws the call-back', async () => {
    const walk = await walkFrom(street, 'worker W1', door());
    await walk.sync([walk.visit({ result: 'nobody' })]);
    await handIn(street, door());
    const [kept] = await visitsAt(door());
    const tasks = await street.all('tasks', { kind: 'revisit' });

    const [late] = await walk.sync([walk.visit({ result: 'nobody' })]);

    expect(kept).toMatchObject({ result: 'nobody', state: 'superseded' });
    expect(tasks).toEqual([expect.objectContaining({ state: 'void' })]);
    expect(late?.knock).toEqual({ visit: 'superseded', state: 'pending', attempts: 1, toCommunity: false });
    expect((await slotOf(door()))?.visit).toMatchObject({ state: 'superseded' });
  });

  it('sets a first form beside the one that stands meanwhile, for a person to compare', async () => {
    const walk = await walkFrom(street, 'worker W1', door());
    await register(street, door(), { worker: 'worker W1' });

    const [answer] = await walk.sync([walk.filing({ liveCount: 3 })]);

    expect(answer).toMatchObject({ outcome: 'conflict' });
    expect(await street.count('households', { doorId: door().id })).toBe(1);
    const [form] = await street.all<SubmissionDocument>('submissions', {
      state: 'waiting',
      doorId: door().id,
    });
    expect(form).toMatchObject({ isByStaff: true, submittedBy: street.userId('worker W1') });
  });
});

describe('a correction made without network', () => {
  const stored = async (id: string) => {
    const household = await street.stored<HouseholdDocument>('households', id);
    if (household === undefined) throw new Error('gone');
    return { household, form: openAnswers(street.keyring, household) };
  };

  it('merges with what others saved elsewhere in the household, and keeps how long it took', async () => {
    const household = await register(street, door());
    const walk = await walkFrom(street, 'worker W1', door());
    const other = await walkFrom(street, 'worker W2', door());
    const base = { id: household._id, version: household.version };
    await other.sync([other.correction(base, { answers: { contactOk: true } })]);

    const paradata = { seconds: 7200, edits: 999 };

    const [answer] = await walk.sync([
      walk.correction({ ...base, paradata }, { answers: { hukouOnlyCount: 0, useState: 2 } }),
    ]);

    expect(answer).toMatchObject({ outcome: 'applied', household: { version: 3, conflicts: 0 } });
    const { form } = await stored(household._id);
    expect(form).toMatchObject({ contactOk: true, useState: 2 });
    const events = (await street.events()).filter((event) => event.paradata !== undefined);
    expect(events).toMatchObject([{ paradata, subjects: [household._id] }]);
    // Without the former values and the answer, which goes after thirty days.
    const line = JSON.stringify({ ...events[0], sealedDiff: undefined, answer: undefined });
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(600);
  });

  it('takes the place of one that it was made over on the same phone', async () => {
    const household = await register(street, door());
    const walk = await walkFrom(street, 'worker W1', door());
    const base = { id: household._id, version: household.version };
    const first = walk.correction(base, { answers: { useState: 2 } });
    const second = walk.correction({ ...base, after: [first.opId] }, { answers: { useState: 9 } });

    const [, answer] = await walk.sync([first, second]);

    expect(answer).toMatchObject({ outcome: 'applied', household: { version: 3, conflicts: 0 } });
    expect((await stored(household._id)).form.useState).toBe(9);
    expect(await street.count('conflicts')).toBe(0);
  });

  it('keeps both values where two said different things, the household’s own word shown', async () => {
    const household = await register(street, door());
    const walk = await walkFrom(street, 'worker W1', door());
    const base = { id: household._id, version: household.version };
    const resident = await street.seated('resident A');
    const { form } = await stored(household._id);
    dataOf(
      await resident.census.submitForm({
        place: { by: 'door', doorId: door().id },
        form: { ...form, useState: 2, guardianConsent: true },
        consent: { given: true, noticeVersion: '1' },
        baseVersion: 1,
      }),
    );

    const [answer] = await walk.sync([walk.correction(base, { answers: { useState: 9 } })]);

    expect(answer).toMatchObject({ outcome: 'conflict', household: { version: 2, conflicts: 1 } });
    expect((await stored(household._id)).form.useState).toBe(2);
    const [conflict] = await street.all<ConflictDocument>('conflicts', { householdId: household._id });
    expect(conflict).toMatchObject({ field: 'useState', state: 'open', otherSource: 'verified' });
    expect(await street.all('tasks', { kind: 'conflict', state: 'open' })).toHaveLength(1);
  });
});

describe('a record of a door that passed on', () => {
  it('waits for the new owner, gives nothing back, and both are told', async () => {
    const walk = await walkFrom(street, 'worker W1', door());
    await changeSeat(street, 'worker W1', { state: 'ended' });
    const walls = await street.all<WallDocument>('walls');
    const assigneeId = street.userId('volunteer V1');
    await street.replaceAll(
      'walls',
      walls.map((wall) => (wall._id === door().unitId ? { ...wall, assigneeId } : wall)),
    );

    const answers = await walk.sync([walk.filing(), walk.visit({ result: 'nobody' })]);

    expect(answers).toEqual(answers.map(({ opId }) => ({ opId, outcome: 'applied', handedOver: true })));
    expect(await street.count('households', { doorId: door().id })).toBe(0);
    expect((await slotOf(door()))?.waiting).toBe(1);
    const told = await street.all<MessageDocument>('messages');
    expect(new Set(told.map(({ kind, userId }) => `${kind} ${userId}`))).toEqual(
      new Set([`recordHandedOver ${assigneeId}`, `recordAccepted ${street.userId('worker W1')}`]),
    );
  });

  it('is work for whoever walks the grid now, and stays so when it is sent again', async () => {
    const walk = await walkFrom(street, 'worker W2', street.door('樱花苑 2-1-302'));
    const { buildingId, unitId, id } = street.door('樱花苑 2-1-302');
    const unit = await street.stored<WallDocument>('walls', unitId);
    await changeSeat(street, 'worker W2', { state: 'ended' });
    await changeSeat(street, 'worker W1', { scope: { gridIds: [unit?.gridId ?? ''] } });
    const agreed = walk.visit({ result: 'callNeeded', next: { on: '2026-03-14' } });
    const plain = walk.visit({ result: 'nobody' });

    await walk.sync([agreed, plain]);
    await walk.sync([{ ...agreed, again: true }]);

    const tasks = await street.all<TaskDocument>('tasks', { kind: 'handedOver' });
    const shown = tasks.map((task) => [
      task.doorId,
      task.dueOn,
      task.assigneeId,
      task.buildingId,
      task.state,
    ]);
    expect(shown.sort()).toEqual([
      [id, '2026-03-11', '', buildingId, 'open'],
      [id, '2026-03-14', '', buildingId, 'open'],
    ]);
    const told = await street.all<MessageDocument>('messages', { kind: 'recordHandedOver' });
    expect(new Set(told.map(({ userId }) => userId))).toEqual(new Set([street.userId('worker W1')]));
    const listed = dataOf(await street.as('worker W1').task.listTasks({})).tasks;
    expect(listed.filter(({ kind }) => kind === 'handedOver')).toHaveLength(2);
  });

  it('is kept and asks for nothing where the household has answered meanwhile', async () => {
    const walk = await walkFrom(street, 'worker W1', door());
    await handIn(street, door());
    await changeSeat(street, 'worker W1', { state: 'ended' });

    const [answer] = await walk.sync([walk.visit({ result: 'nobody' })]);

    expect(answer).toMatchObject({ outcome: 'applied', handedOver: true });
    expect(await visitsAt(door())).toHaveLength(1);
    expect(await street.count('tasks', { kind: 'handedOver' })).toBe(0);
  });

  it('is refused after fourteen days, from another unit’s pack, and with somebody else’s', async () => {
    const walk = await walkFrom(street, 'worker W1', door());
    const other = await walkFrom(street, 'worker W1', street.door('苹果花园 3-1-101'));
    await changeSeat(street, 'worker W1', { state: 'ended' });
    const filing = walk.filing();

    const [wrong] = await walk.sync([{ ...filing, pack: other.pack }]);
    await street.clock.set(street.clock.now() + 14 * DAY);
    const [late] = await walk.sync([filing]);

    expect(wrong?.problem?.code).toBe('NOT_FOUND');
    expect(late?.problem?.code).toBe('EXPIRED');
    expect(await street.count('submissions', { doorId: door().id })).toBe(0);
  });
});
