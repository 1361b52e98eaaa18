/** Ends a household: its number behind the door is never given again, its history stays, its people are no longer counted here. */
import { nextHouseholdState } from '@domain/census/household-state';
import { addDays } from '@domain/kernel/calendar';
import { isDay } from '@domain/kernel/day';
import { allowed, Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../kernel/context';
import { residentSeatId } from '../repositories/assignments';
import type { AssignmentDocument, HouseholdDocument, TaskDocument } from '../repositories/documents';
import { conflictsOf } from '../repositories/households';
import { findTenancy } from '../repositories/tenancies';
import type { DoorAtWall } from './door-place';
import { settleDoubt } from './doubts';
import { closeTenancyTask, endedTenancy, reopenTenancy } from './tenancies';
import { endTask, openTask, taskId } from './tasks';
import { wallChange, withoutHousehold } from './wall-changes';

/** Until somebody sees to what is open once more. */
const TASK_DAYS = 3;

/** Seats of those who were bound: they no longer open what was their home. */
export async function endSeats(context: ChangeContext, { _id, accounts }: HouseholdDocument): Promise<void> {
  for (const userId of accounts) {
    const seat = await context.store.find<AssignmentDocument>('assignments', residentSeatId(userId, _id));
    if (seat?.state === 'active') {
      context.write.patch('assignments', seat._id, { state: 'ended', version: seat.version + 1 });
    }
  }
}

/** Who was bound is so again, no longer than before. */
async function reopenSeats(context: ChangeContext, { _id, accounts }: HouseholdDocument): Promise<void> {
  for (const userId of accounts) {
    const seat = await context.store.find<AssignmentDocument>('assignments', residentSeatId(userId, _id));
    if (seat?.state === 'ended') {
      context.write.patch('assignments', seat._id, { state: 'active', version: seat.version + 1 });
    }
  }
}

/** What was said of the landlord is not asked any more; where it stood is kept, for an end that is undone. */
async function endTenancy(
  context: ChangeContext,
  { _id, doorId, tenancy, withdrawn }: HouseholdDocument,
): Promise<void> {
  // Whoever withdrew took back what they said of it; the question was left to the worker.
  if (tenancy === undefined && !withdrawn) return;
  const stored = await findTenancy(context.store, _id);
  if (stored !== undefined) {
    const ended = { ...endedTenancy(stored.version + 1), formerState: stored.state };
    context.write.patch('tenancies', _id, ended);
  }
  await closeTenancyTask(context, { _id, doorId });
}

function conflictTaskId({ _id, doorId }: HouseholdDocument): string {
  return taskId('conflict', doorId, _id);
}

/** What ends with a household, however it ends: its people's seats, what is asked about it, and the work on it. */
export async function endWhatIsOpen(context: ChangeContext, household: HouseholdDocument): Promise<void> {
  await endSeats(context, household);
  await endTenancy(context, household);
  // Nobody corrects a household that has ended: what was said of it in two ways stays so.
  await endTask(context, conflictTaskId(household), 'void');
}

/** The household's end was undone: its people have their seats, and what was open about it is so again. */
export async function reopenWhatWasOpen(
  context: ChangeContext,
  at: { readonly household: HouseholdDocument; readonly door: DoorAtWall },
): Promise<void> {
  const { household, door } = at;
  await reopenSeats(context, household);
  await reopenTenancy(context, at);
  const task = await context.store.find<TaskDocument>('tasks', conflictTaskId(household));
  if (task?.state !== 'void') return;
  const disputes = await conflictsOf(context.store, household._id);
  if (disputes.every(({ state }) => state !== 'open')) return;
  const dueOn = addDays(context.today, TASK_DAYS);
  openTask(context, { kind: 'conflict', door, subjectId: household._id, dueOn });
}

/** Throws VALIDATION for a day that is missing or still to come. */
export function checkMoveOutDay(
  context: Pick<ChangeContext, 'today'>,
  on: string | undefined,
): asserts on is string {
  if (on === undefined || !isDay(on)) {
    throw new Problem('VALIDATION', { field: 'on', sentence: '请选一下哪天搬走的' });
  }
  if (on > context.today) throw new Problem('VALIDATION', { field: 'on', sentence: '日期还没到' });
}

/** Throws WRONG_STATE where it has ended already. The event is the caller's to record. */
export async function closeHousehold(
  context: ChangeContext,
  { household, door }: { readonly household: HouseholdDocument; readonly door: DoorAtWall },
  on: string,
): Promise<void> {
  const state = allowed(nextHouseholdState(household.state, 'close'), household.state);
  context.write.patch('households', household._id, {
    version: household.version + 1,
    state,
    formerState: household.state,
    closedOn: on,
    // A doubt that somebody of it is registered twice is over with it.
    matchState: 'due',
  });
  const left = withoutHousehold(door.stored, household);
  const isLast = left.households === 0;
  const after = isLast ? await settleDoubt(context, door, { after: left, state: 'void' }) : left;
  context.write.patch('walls', door.wall._id, wallChange([{ slot: door.slot, after }]));
  await endWhatIsOpen(context, household);
}
