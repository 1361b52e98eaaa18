/** Tasks at doors from which nothing had come: they end by themselves once something has. */
import { isHard } from '@domain/work/hard-door';
import type { Reader, Store } from '../kernel/store';
import type { TaskDocument, WallDocument } from '../repositories/documents';
import { splitDoorId } from './door-place';

const TASKS_MAX = 1000;
const DOORS_MAX = 100;

/** Open tasks of this kind in some compounds. Index compound_state_kind. */
function openIn(reader: Reader, compoundIds: readonly string[]): Promise<TaskDocument[]> {
  return reader.search<TaskDocument>('tasks', {
    where: { compoundId: { in: compoundIds }, state: 'open', kind: 'hardDoor' },
    limit: TASKS_MAX,
  });
}

/** Those of some doors that have such a task. Index door_state. */
export async function doorsWithTask(
  reader: Reader,
  doorIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (doorIds.length === 0) return new Set();
  const tasks = await reader.search<TaskDocument>('tasks', {
    where: { doorId: { in: doorIds.slice(0, DOORS_MAX) }, state: 'open' },
    limit: TASKS_MAX,
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
  now: number,
): Promise<void> {
  const byUnit = new Map([...walls.values()].flat().map((wall) => [wall._id, wall]));
  const open = await openIn(store, [...walls.keys()]);
  for (const { _id, version } of open.filter(({ doorId }) => isAnswered(doorId, byUnit))) {
    const change = { state: 'void', version: version + 1, closedAt: now, closedBy: '' };
    await store.patchWhere('tasks', { _id, version, state: 'open' }, change);
  }
}
