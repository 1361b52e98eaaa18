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
import { passOn } from './unit-hands';

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

/** The seat that is over, and the day on which that is carried out. */
interface Over {
  readonly seat: Pick<AssignmentDocument, 'userId' | 'endsOn'>;
  readonly today: string;
}

async function releaseUnit(transaction: Transaction, id: string, { seat, today }: Over): Promise<void> {
  const wall = await transaction.find<WallDocument>('walls', id);
  if (wall?.assigneeId !== seat.userId) return;
  await transaction.patch('walls', id, passOn(wall, { to: undefined, today, until: seat.endsOn }));
}

async function releaseTask(transaction: Transaction, id: string, { seat }: Over): Promise<void> {
  const task = await transaction.find<TaskDocument>('tasks', id);
  if (task?.assigneeId !== seat.userId) return;
  await transaction.patch('tasks', id, { assigneeId: '', version: increase(1) });
}

/** What has gone to another hand meanwhile stays there. */
async function release(transaction: Transaction, held: readonly Held[], over: Over): Promise<void> {
  for (const { collection, id } of held) {
    await (collection === 'walls' ? releaseUnit : releaseTask)(transaction, id, over);
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
      await store.transact((transaction) => release(transaction, some, { seat, today }));
    }
  }
}
