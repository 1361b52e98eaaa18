/**
 * A building head's doubt whether somebody lives behind a door. The mark on its slot goes with the task that it stands for: at a door
 * without it no task is looked for.
 */
import type { ChangeContext } from '../kernel/context';
import type { TaskDocument, WallSlot } from '../repositories/documents';
import { findWall } from '../repositories/walls';
import { splitDoorId, type DoorAtWall } from './door-place';
import { endTask, taskId } from './tasks';
import { wallChange } from './wall-changes';

export function withoutDoubt(slot: WallSlot): WallSlot {
  const { doubted, ...rest } = slot;
  return doubted === undefined ? slot : rest;
}

/** What waits at the door is looked at by a person: a form raises a finding, or the head doubts that anybody lives there. */
export function wantsALook({ flagged, waiting, doubted }: WallSlot): boolean {
  return flagged || (waiting > 0 && doubted === true);
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

/** Whoever has the task says how it ended: the mark goes, where the door is still there. */
export async function unmarkDoubt(
  context: ChangeContext,
  { doorId, unitId }: Pick<TaskDocument, 'doorId' | 'unitId'>,
): Promise<void> {
  const slot = splitDoorId(doorId)?.slot ?? 0;
  const stored = (await findWall(context.store, unitId))?.slots[String(slot)];
  if (stored?.doubted !== true) return;
  context.write.patch('walls', unitId, wallChange([{ slot, after: withoutDoubt(stored) }]));
}
