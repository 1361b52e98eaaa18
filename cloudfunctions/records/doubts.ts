/**
 * A building head's doubt whether somebody lives behind a door. The mark on its slot says that a task may have to end: at a door
 * without it no task is looked for.
 */
import type { ChangeContext } from '../kernel/context';
import type { WallSlot } from '../repositories/documents';
import type { DoorAtWall } from './door-place';
import { endTask, taskId } from './tasks';

export function withoutDoubt(slot: WallSlot): WallSlot {
  const { doubted, ...rest } = slot;
  return doubted === undefined ? slot : rest;
}

interface Settling {
  /** The slot as it is going to stand. */
  readonly after: WallSlot;
  /** done: a worker went there; void: nobody needs to. */
  readonly state: 'done' | 'void';
}

/** It is known whether somebody lives there: the mark goes, and with it the task where one is still open. */
export async function settleDoubt(
  context: ChangeContext,
  { doorId, stored }: DoorAtWall,
  { after, state }: Settling,
): Promise<WallSlot> {
  if (stored.doubted !== true) return after;
  await endTask(context, taskId('verifyDoor', doorId), state);
  return withoutDoubt(after);
}
