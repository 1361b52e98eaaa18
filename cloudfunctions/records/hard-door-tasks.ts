/** Tasks at doors from which nothing had come: they end by themselves once something has. */
import { isHard } from '@domain/work/hard-door';
import type { Reader, Store } from '../kernel/store';
import type { TaskDocument, WallDocument } from '../repositories/documents';
import { splitDoorId } from './door-place';

const TASKS_A_READ = 1000;
const DOORS_MAX = 100;
const OPEN = { state: 'open', kind: 'hardDoor' };

/** Open tasks of this kind in some compounds: of all at once where one read holds them. Index compound_state_kind_id. */
async function openIn(
  reader: Reader,
  compoundIds: readonly string[],
  limit: number,
): Promise<TaskDocument[]> {
  const where = { ...OPEN, compoundId: { in: compoundIds } };
  const together = await reader.search<TaskDocument>('tasks', { where, limit });
  if (together.length < limit) return together;
  const all: TaskDocument[] = [];
  for (const id of compoundIds) all.push(...(await openInOne(reader, id, limit)));
  return all;
}

async function openInOne(reader: Reader, compoundId: string, limit: number): Promise<TaskDocument[]> {
  const all: TaskDocument[] = [];
  for (let after = ''; ;) {
    const page = await reader.search<TaskDocument>('tasks', {
      where: { ...OPEN, compoundId, _id: { gt: after } },
      order: [['_id', 'asc']],
      limit,
    });
    all.push(...page);
    const last = page[limit - 1];
    if (last === undefined) return all;
    after = last._id;
  }
}

/** Those of some doors that have such a task. Index door_state. */
export async function doorsWithTask(
  reader: Reader,
  doorIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (doorIds.length === 0) return new Set();
  const tasks = await reader.search<TaskDocument>('tasks', {
    where: { doorId: { in: doorIds.slice(0, DOORS_MAX) }, state: 'open' },
    limit: TASKS_A_READ,
  });
  return new Set(tasks.filter(({ kind }) => kind === 'hardDoor').map(({ doorId }) => doorId));
}

function isAnswered(doorId: string, walls: ReadonlyMap<string, WallDocument>): boolean {
  const place = splitDoorId(doorId);
  const slot = place && walls.get(place.unitId)?.slots[String(place.slot)];
  return slot === undefined || !isHard(slot);
}

/** Whoever has such a task need not go any more. The doors of these compounds stand as their walls say. */
export async function voidAnsweredTasks(
  store: Store,
  walls: ReadonlyMap<string, readonly WallDocument[]>,
  { now, tasksARead = TASKS_A_READ }: { readonly now: number; readonly tasksARead?: number },
): Promise<void> {
  const byUnit = new Map([...walls.values()].flat().map((wall) => [wall._id, wall]));
  const open = await openIn(store, [...walls.keys()], tasksARead);
  for (const { _id, version } of open.filter(({ doorId }) => isAnswered(doorId, byUnit))) {
    const change = { state: 'void', version: version + 1, closedAt: now, closedBy: '' };
    await store.patchWhere('tasks', { _id, version, state: 'open' }, change);
  }
}
