/**
 * Tasks for many doors at once. They are written beside the transaction, for they are more than one holds: a door has one such
 * task, whose id follows from it, and a task says by which operation it was given, so that a repeated attempt finds its own.
 */
import type { ChangeContext } from '../../kernel/context';
import type { DoorAtWall } from '../../records/door-place';
import { newTask, taskId } from '../../records/tasks';
import { insertMissing } from '../../repositories/insert-missing';
import type { TaskDocument } from '../../repositories/documents';

const COLLECTION = 'tasks';
const TASKS_MAX = 100;

interface Giving {
  readonly doors: readonly DoorAtWall[];
  readonly assigneeId: string;
  readonly dueOn: string;
}

function tasksAt(context: ChangeContext, doors: readonly DoorAtWall[]): Promise<TaskDocument[]> {
  const ids = doors.map(({ doorId }) => taskId('hardDoor', doorId));
  return context.bulk.search<TaskDocument>(COLLECTION, { where: { _id: { in: ids } }, limit: TASKS_MAX });
}

/** A task that ended once is opened again, unless somebody else does so at this moment. */
async function openAgain(context: ChangeContext, ended: TaskDocument, task: TaskDocument): Promise<void> {
  const { _id, ...fields } = task;
  const where = { _id, version: ended.version, state: ended.state };
  const change = { ...fields, version: ended.version + 1, closedAt: undefined, closedBy: undefined };
  await context.bulk.patchWhere(COLLECTION, where, change);
}

/** Answers the doors whose task this operation has given; a door with an open task keeps it. */
export async function giveTasks(
  context: ChangeContext,
  { doors, assigneeId, dueOn }: Giving,
): Promise<DoorAtWall[]> {
  if (doors.length === 0) return [];
  const given = context.idFor('given');
  const standing = new Map((await tasksAt(context, doors)).map((task) => [task._id, task]));
  const wished = doors.map((door) => ({
    ...newTask(
      { kind: 'hardDoor', door, dueOn, assigneeId },
      { at: context.now, madeBy: context.caller.userId },
    ),
    subjectId: given,
  }));
  const fresh = wished.filter(({ _id }) => !standing.has(_id));
  if (fresh.length > 0) await insertMissing(context.bulk, COLLECTION, fresh);
  for (const task of wished) {
    const ended = standing.get(task._id);
    if (ended !== undefined && ended.state !== 'open') await openAgain(context, ended, task);
  }
  const ours = new Set(
    (await tasksAt(context, doors))
      .filter(({ state, subjectId }) => state === 'open' && subjectId === given)
      .map(({ doorId }) => doorId),
  );
  return doors.filter(({ doorId }) => ours.has(doorId));
}
