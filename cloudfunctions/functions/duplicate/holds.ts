/** While a doubt is open its households are held: nothing of them is approved or exported, and a task stands at their doors. */
import { addDays } from '@domain/kernel/calendar';
import type { ChangeContext } from '../../kernel/context';
import { doorAt } from '../../records/door-place';
import { closeTask, openTask, taskId } from '../../records/tasks';
import type { HouseholdDocument, TaskDocument } from '../../repositories/documents';
import { findWall } from '../../repositories/walls';
import type { Pair } from './pair';

export const TASK_DAYS = 3;

export function heldWithout({ duplicates = [] }: HouseholdDocument, id: string): string[] | undefined {
  const others = duplicates.filter((one) => one !== id);
  return others.length === 0 ? undefined : others;
}

export function heldWith({ duplicates = [] }: HouseholdDocument, id: string): string[] {
  return [...new Set([...duplicates, id])];
}

/** Ends the tasks of a doubt at both doors. */
export async function endTasks(context: ChangeContext, { duplicate }: Pair): Promise<void> {
  for (const doorId of new Set(duplicate.sides.map((side) => side.doorId))) {
    const task = await context.store.find<TaskDocument>('tasks', taskId('duplicate', doorId, duplicate._id));
    if (task?.state === 'open') closeTask(context, task, 'done');
  }
}

/** Opens the task of a doubt again, at the door of the later record. */
export async function reopenTask(context: ChangeContext, { duplicate, households }: Pair): Promise<void> {
  const { unitId, doorId } = households[1];
  const door = doorAt(await findWall(context.store, unitId), doorId);
  const dueOn = addDays(context.today, TASK_DAYS);
  openTask(context, { kind: 'duplicate', door, subjectId: duplicate._id, dueOn });
}

/** Two people after all: both records stand as they are. */
export async function release(context: ChangeContext, pair: Pair): Promise<void> {
  const { duplicate, households } = pair;
  for (const household of households) {
    context.write.patch('households', household._id, { duplicates: heldWithout(household, duplicate._id) });
  }
  await endTasks(context, pair);
}

/** The doubt is back. */
export async function holdAgain(context: ChangeContext, pair: Pair): Promise<void> {
  const { duplicate, households } = pair;
  for (const household of households) {
    context.write.patch('households', household._id, { duplicates: heldWith(household, duplicate._id) });
  }
  await reopenTask(context, pair);
}
