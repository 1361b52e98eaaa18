/**
 * A day without network: two hundred records lie on the phone and go up twenty at a time, while the function dies in the midst of
 * a batch. The phone sends again what was not answered; in the end each record stands once.
 */
import type { OfflineRecord, RecordAnswer } from '@domain/contract/offline-record';
import type {
  HouseholdDocument,
  NoteDocument,
  VisitDocument,
  WallDocument,
} from '../../../cloudfunctions/repositories/documents';
import { control } from '../fixture/cloud-client';
import { UNANSWERED } from '../fixture/fault-runner';
import { walkFrom, type Walk } from '../fixture/offline';
import { expectChainsIntact, expectRecounted } from '../fixture/recount';
import { openStreet, type Door, type TestStreet } from '../fixture/street';

const RECORDS = 200;
const A_BATCH = 20;
const SENDS_MAX = 40;
/** Calls of one batch at which its process ends, before or after they took effect; each once. */
const KILLS = [
  { at: 17, kind: 'exit', applied: true },
  { at: 31, kind: 'exit' },
  { at: 64, kind: 'exit', applied: true },
  { at: 90, kind: 'exit' },
] as const;

let street: TestStreet;
beforeAll(async () => {
  street = await openStreet();
});
beforeEach(() => street.reset());
afterAll(() => street.close());

/** Doors of the worker's grid at which nobody has answered, in walking order. */
async function openDoors(): Promise<Door[]> {
  const { gridId } = street.door('苹果花园 3-2-502');
  const walls = await street.all<WallDocument>('walls', { gridId });
  const open = new Set(
    walls.flatMap(({ _id, slots }) =>
      Object.entries(slots).flatMap(([slot, { state, waiting }]) =>
        state === 'missing' && waiting === 0 ? [`${_id}-${slot}`] : [],
      ),
    ),
  );
  return street.doors().filter(({ id }) => open.has(id));
}

async function walksTo(doors: readonly Door[]): Promise<Walk[]> {
  const walks: Walk[] = [];
  for (const door of doors) walks.push(await walkFrom(street, 'worker W1', door));
  return walks;
}

/** Knocked in vain, then a form and the word that it was taken; notes fill the rest of the day. */
async function queued(): Promise<OfflineRecord[]> {
  const walks = await walksTo(await openDoors());
  const [first] = walks;
  if (first === undefined) throw new Error('every door has answered');
  const perDoor = walks.flatMap((walk) => [
    walk.visit({ result: 'nobody' }),
    walk.filing(),
    walk.visit({ result: 'collected' }),
  ]);
  const records = perDoor.slice(0, RECORDS);
  while (records.length < RECORDS) records.push(first.note('三楼没灯'));
  return records;
}

/** One batch as the outbox sends it; what was answered stays answered. */
async function sendOnce(
  walk: Walk,
  batch: readonly OfflineRecord[],
  tried: Set<string>,
): Promise<RecordAnswer[]> {
  const records = batch.map((record) => (tried.has(record.opId) ? { ...record, again: true } : record));
  for (const { opId } of batch) tried.add(opId);
  return walk.sync(records).catch(() => []);
}

async function sendAll(records: readonly OfflineRecord[]): Promise<Map<string, RecordAnswer>> {
  const walk = await walkFrom(street, 'worker W1', street.door('苹果花园 3-2-502'));
  const answers = new Map<string, RecordAnswer>();
  const tried = new Set<string>();
  for (let sends = 0; answers.size < records.length; sends += 1) {
    if (sends === SENDS_MAX) throw new Error(`only ${answers.size} records arrived`);
    const batch = records.filter(({ opId }) => !answers.has(opId)).slice(0, A_BATCH);
    for (const answer of await sendOnce(walk, batch, tried)) {
      const isLeft = answer.outcome === 'held' || UNANSWERED.includes(answer.problem?.code ?? '');
      if (!isLeft) answers.set(answer.opId, answer);
    }
  }
  return answers;
}

describe('two hundred queued records', () => {
  it('all stand once, though the function is killed in mid-batch four times', async () => {
    const records = await queued();
    const packed = await street.count('events');
    await street.installFaults(KILLS.map((kill) => ({ function: 'visit', procedure: 'syncBatch', ...kill })));

    const answers = await sendAll(records);

    const { idleFaults } = await control<{ idleFaults: unknown[] }>(street.url, 'GET meter');
    expect(idleFaults).toEqual([]);
    const outcomes = [...answers.values()].map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome !== 'applied' && outcome !== 'duplicate')).toEqual([]);
    expect((await street.events()).length - packed).toBe(RECORDS);
    const of = (kind: OfflineRecord['kind']) => records.filter((record) => record.kind === kind);
    expect(await street.count('visits')).toBe(of('visit').length);
    expect((await street.all<NoteDocument>('notes')).length).toBe(of('note').length);
    for (const { record } of of('filing') as { record: { doorId: string } }[]) {
      const households = await street.all<HouseholdDocument>('households', { doorId: record.doorId });
      expect(households).toHaveLength(1);
    }
    await street.runTimer('rollUp');
    await expectRecounted(street);
    await expectChainsIntact(street);
  });

  it('leave each door as its last record says', async () => {
    const [door] = await openDoors();
    if (door === undefined) throw new Error('every door has answered');
    const walk = await walkFrom(street, 'worker W1', door);
    const records = [walk.visit({ result: 'nobody' }), walk.filing(), walk.visit({ result: 'collected' })];
    await street.installFaults([
      { function: 'visit', procedure: 'syncBatch', at: 12, kind: 'exit', applied: true },
    ]);

    await sendAll(records);

    const wall = await street.stored<WallDocument>('walls', door.unitId);
    expect(wall?.slots[String(door.slot)]).toMatchObject({ state: 'filled', households: 1, waiting: 0 });
    const visits = await street.all<VisitDocument>('visits', { doorId: door.id });
    expect(visits.map(({ result }) => result).sort()).toEqual(['collected', 'nobody']);
  });
});
