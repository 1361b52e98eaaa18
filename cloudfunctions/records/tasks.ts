/** Opens and closes work for people. */
import { addDays } from '@domain/kernel/calendar';
import { dueKeyOf, NEEDLESS, type TaskKind, type TaskResult } from '@domain/work/task';
import type { NextVisit } from '@domain/work/visit';
import type { ChangeContext } from '../kernel/context';
import type { TaskDocument } from '../repositories/documents';
import { digestId } from '../vault/random-id';
import { addressOf, pathOf, plateOf, type DoorAtWall } from './door-place';

const CONFLICT_DAYS = 7;

export interface TaskWish {
  readonly kind: TaskKind;
  readonly door: DoorAtWall;
  /** What it is about beside the door; two different subjects are two tasks. */
  readonly subjectId?: string;
  readonly dueOn: string;
  /** The hour of the day that was agreed on. */
  readonly hour?: number;
  /** Absent: whoever has the unit, else whoever has the grid. */
  readonly assigneeId?: string;
  /** The door has answered already. */
  readonly isTaken?: boolean;
  /** It is done by telephone. */
  readonly isCall?: boolean;
}

/** The task's id: one open task of a kind for a door and a subject. */
export function taskId(kind: TaskKind, doorId: string, subjectId = ''): string {
  return digestId('task', kind, doorId, subjectId);
}

/** The open task of a wish; `madeBy` is empty for what a timer asks. */
export function newTask(
  { kind, door, ...wish }: TaskWish,
  { at, madeBy }: Pick<TaskDocument, 'at' | 'madeBy'>,
): TaskDocument {
  const due = { dueOn: wish.dueOn, ...(wish.hour === undefined ? {} : { hour: wish.hour }) };
  return {
    _id: taskId(kind, door.doorId, wish.subjectId),
    version: 1,
    kind,
    state: 'open',
    ...pathOf({ ...door.wall, unitId: door.wall._id }),
    doorId: door.doorId,
    plate: plateOf(addressOf(door)),
    routeKey: door.stored.routeKey,
    assigneeId: wish.assigneeId ?? door.wall.assigneeId ?? '',
    subjectId: wish.subjectId ?? '',
    ...(wish.isTaken === true ? { isTaken: true } : {}),
    ...(wish.isCall === true ? { isCall: true } : {}),
    ...due,
    dueKey: dueKeyOf({ ...due, routeKey: door.stored.routeKey }),
    at,
    madeBy,
  };
}

/** The second visit that was agreed on at a door; where it needs a call, the call. */
export function openRevisit(
  context: ChangeContext,
  door: DoorAtWall,
  { on: dueOn, hour, isCall = false }: NextVisit & { readonly isCall?: boolean },
): void {
  openTask(context, { kind: 'revisit', door, dueOn, isCall, ...(hour === undefined ? {} : { hour }) });
}

/** Writes the task with the change that asks for it. One that stands already is opened again with the new day. */
export function openTask(context: ChangeContext, wish: TaskWish): TaskDocument {
  const task = newTask(wish, { at: context.now, madeBy: context.caller.userId });
  context.write.replace('tasks', task);
  return task;
}

/** Two answers of one household stand side by side: somebody is to choose. */
export function askAboutConflicts(context: ChangeContext, door: DoorAtWall, householdId: string): void {
  const dueOn = addDays(context.today, CONFLICT_DAYS);
  openTask(context, { kind: 'conflict', door, subjectId: householdId, dueOn });
}

/** Ends a task that the same change has made needless or done; the task was read before. */
export function closeTask(
  context: ChangeContext,
  task: Pick<TaskDocument, '_id' | 'version'>,
  state: 'done' | 'void',
): void {
  end(context, task, { state });
}

/** Ends the task with this id, where it stands and is open. */
export async function endTask(context: ChangeContext, id: string, state: 'done' | 'void'): Promise<void> {
  const task = await context.store.find<TaskDocument>('tasks', id);
  if (task?.state === 'open') closeTask(context, task, state);
}

/** Ends a task as the person who had it says. */
export function answerTask(context: ChangeContext, task: TaskDocument, result: TaskResult): void {
  end(context, task, { state: result === NEEDLESS ? 'void' : 'done', result });
}

function end(
  context: ChangeContext,
  { _id, version }: Pick<TaskDocument, '_id' | 'version'>,
  outcome: Pick<TaskDocument, 'state' | 'result'>,
): void {
  context.write.patch('tasks', _id, {
    ...outcome,
    version: version + 1,
    closedAt: context.now,
    closedBy: context.caller.userId,
  });
}
