/**
 * Every night: units and tasks of somebody whose term is over fall to whoever has the grid. The seat itself stays, for what its
 * phone has still to hand in. Repeats harmlessly.
 */
import { isInForce } from '@domain/identity/seat';
import { addDays } from '@domain/kernel/calendar';
import type { SystemContext } from '../../kernel/context';
import { increase, type Transaction } from '../../kernel/store';
import { seatsOf, seatsOver } from '../../repositories/assignments';
import type { AssignmentDocument, TaskDocument, WallDocument } from '../../repositories/documents';
import { openTasksOf } from '../../repositories/tasks';
import { wallsOfAssignee } from '../../repositories/walls';

/** The function itself ends after ten seconds; the next night goes on. */
const RUN_MS = 7000;
const LOOKED_BACK_DAYS = 14;
const AT_ONCE = 20;

interface Held {
  readonly collection: 'walls' | 'tasks';
  readonly id: string;
}

/** True where another seat of the same kind keeps its holder on the same ground. */
async function goesOn(
  { store, today }: SystemContext,
  { _id, userId, role, communityIds = [] }: AssignmentDocument,
): Promise<boolean> {
  const seats = await seatsOf(store, userId);
  return seats.some(
    (seat) =>
      seat._id !== _id &&
      seat.role === role &&
      isInForce(seat, today) &&
      seat.communityIds?.some((id) => communityIds.includes(id)) === true,
  );
}

async function heldIn(
  { store }: SystemContext,
  { userId, communityIds = [] }: AssignmentDocument,
): Promise<Held[]> {
  const isThere = ({ communityId }: { readonly communityId: string }): boolean =>
    communityIds.includes(communityId);
  const walls = (await wallsOfAssignee(store, userId)).filter(isThere);
  const tasks = (await openTasksOf(store, userId)).filter(isThere);
  return [
    ...walls.map(({ _id }): Held => ({ collection: 'walls', id: _id })),
    ...tasks.map(({ _id }): Held => ({ collection: 'tasks', id: _id })),
  ];
}

/** What has gone to another hand meanwhile stays there. */
async function release(transaction: Transaction, held: readonly Held[], userId: string): Promise<void> {
  for (const { collection, id } of held) {
    const found = await transaction.find<WallDocument | TaskDocument>(collection, id);
    if (found?.assigneeId !== userId) continue;
    const assigneeId = collection === 'walls' ? undefined : '';
    await transaction.patch(collection, id, { assigneeId, version: increase(1) });
  }
}

export async function handBack(context: SystemContext): Promise<void> {
  const { store, today } = context;
  for (const seat of await seatsOver(store, { from: addDays(today, -LOOKED_BACK_DAYS), to: today })) {
    if (await goesOn(context, seat)) continue;
    const held = await heldIn(context, seat);
    for (let start = 0; start < held.length; start += AT_ONCE) {
      if (context.elapsed() > RUN_MS) return;
      const some = held.slice(start, start + AT_ONCE);
      await store.transact((transaction) => release(transaction, some, seat.userId));
    }
  }
}
