/** Tasks for many doors at once, in one transaction: a door has one such task, whose id follows from it. */
import type { ChangeContext } from '../../kernel/context';
import type { DoorAtWall } from '../../records/door-place';
import { newTask, taskId } from '../../records/tasks';
import type { TaskDocument } from '../../repositories/documents';

const COLLECTION = 'tasks';
const TASKS_MAX = 100;
/** One that ended costs a read and a write of the hundred that a transaction holds; more of them wait for the next call. */
const OPENED_AGAIN_MAX = 40;

interface Giving {
  readonly doors: readonly DoorAtWall[];
  readonly assigneeId: string;
  readonly dueOn: string;
}

async function tasksAt(
  context: ChangeContext,
  doors: readonly DoorAtWall[],
): Promise<ReadonlyMap<string, TaskDocument>> {
  const ids = doors.map(({ doorId }) => taskId('hardDoor', doorId));
  const query = { where: { _id: { in: ids } }, limit: TASKS_MAX };
  const tasks = await context.store.search<TaskDocument>(COLLECTION, query);
  return new Map(tasks.map((task) => [task._id, task]));
}

/** False where somebody has opened it at this moment. */
async function openAgain(context: ChangeContext, task: TaskDocument): Promise<boolean> {
  const ended = await context.store.find<TaskDocument>(COLLECTION, task._id);
  if (ended === undefined || ended.state === 'open') return false;
  const opened: TaskDocument = { ...task, version: ended.version + 1 };
  context.write.replace(COLLECTION, opened);
  return true;
}

/** Answers the doors whose task is given; a door with an open task keeps it. Two who give the same door: one is tried again. */
export async function giveTasks(
  context: ChangeContext,
  { doors, assigneeId, dueOn }: Giving,
): Promise<DoorAtWall[]> {
  if (doors.length === 0) return [];
  const standing = await tasksAt(context, doors);
  const given: DoorAtWall[] = [];
  let again = 0;
  for (const door of doors) {
    const made = { at: context.now, madeBy: context.caller.userId };
    const task = newTask({ kind: 'hardDoor', door, dueOn, assigneeId }, made);
    const former = standing.get(task._id);
    if (former === undefined) {
      context.write.insert(COLLECTION, task);
      given.push(door);
    } else if (former.state !== 'open' && again < OPENED_AGAIN_MAX && (await openAgain(context, task))) {
      again += 1;
      given.push(door);
    }
  }
  return given;
}
