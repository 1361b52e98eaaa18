/**
 * A form at a taken door asks the household behind it, in silence, whichever of the two came first: its sender gets the answer of
 * a free door and hears nothing of what the household says. The worker decides in any case.
 */
import { plateWords } from '@domain/area/plate';
import { addDays } from '@domain/kernel/calendar';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext, ReadContext } from '../kernel/context';
import { addressOf, plateOf, type DoorAtWall } from './door-place';
import { tell } from './messages';
import { closeTask, openTask, taskId } from './tasks';
import type { HouseholdDocument, SubmissionDocument, TaskDocument } from '../repositories/documents';
import { findHousehold, householdsOfDoor } from '../repositories/households';
import { findSubmission, newestOf, waitingAtDoor } from '../repositories/submissions';

const DAYS_TO_LOOK = 7;
const TASK = 'joinRequest';

interface Asking {
  readonly accounts: Iterable<string>;
  readonly formId: string;
  /** Another form than one that they were asked about and may have answered. */
  readonly isAnother: boolean;
}

function ask(context: ChangeContext, door: DoorAtWall, { accounts, formId, isAnother }: Asking): void {
  const values = { place: plateWords(plateOf(addressOf(door))), note: isAnother ? '又' : '' };
  const link = `/packages/home/pages/join/join?form=${formId}`;
  for (const userId of accounts) {
    tell(context, { userId, kind: 'joinAsked', values, link, about: formId });
  }
}

/** Everybody bound to a household behind the door is asked once for each form; nobody is asked about their own. */
export async function askHouseholds(context: ChangeContext, door: DoorAtWall, formId: string): Promise<void> {
  if (door.stored.households === 0) return;
  const households = await householdsOfDoor(context.store, door.doorId);
  const standing = households.filter(({ state, withdrawn }) => state !== 'closed' && !withdrawn);
  const accounts = new Set(standing.flatMap((household) => household.accounts));
  accounts.delete(context.caller.userId);
  ask(context, door, { accounts, formId, isAnother: door.stored.waiting > 0 });
}

/**
 * What waited at the door before anybody was known behind it is asked of its people from the moment they are; not again what
 * another household of the door has answered.
 */
export async function askAboutWaiting(
  context: ChangeContext,
  door: DoorAtWall,
  { household, confirmed }: { readonly household: HouseholdDocument; readonly confirmed: SubmissionDocument },
): Promise<void> {
  const { accounts, kind } = household;
  if (accounts.length === 0 || kind === 'vacant' || door.stored.waiting < 2) return;
  const waiting = await waitingAtDoor(context.store, door.doorId);
  const others = waiting.filter(
    ({ _id, isByStaff, joinAnswer }) =>
      _id !== confirmed._id && isByStaff !== true && joinAnswer === undefined,
  );
  for (const [index, { _id: formId, submittedBy }] of others.entries()) {
    const asked = accounts.filter((userId) => userId !== submittedBy);
    ask(context, door, { accounts: asked, formId, isAnother: index > 0 });
  }
}

export interface AskedHousehold {
  readonly form: SubmissionDocument;
  readonly household: HouseholdDocument;
}

/**
 * The form and the asked household of the caller; of a form that its sender has changed since, the one that waits now. Throws NOT_FOUND unless
 * both stand at one door, FORBIDDEN for the own form.
 */
export async function findAsked(
  context: Pick<ReadContext, 'store' | 'caller' | 'permit'>,
  formId: string,
): Promise<AskedHousehold> {
  const { seat, userId } = context.caller;
  const named = await findSubmission(context.store, formId);
  const form = named && (await newestOf(context.store, named));
  const household = await findHousehold(context.store, seat?.scope.householdId ?? '');
  if (form === undefined || household?.doorId !== form.doorId) throw new Problem('NOT_FOUND');
  context.permit({ householdId: household._id });
  if (form.submittedBy === userId) throw new Problem('FORBIDDEN');
  return { form, household };
}

/** Somebody says that they live where nobody knows them: a worker goes and looks. */
export function askWorker(context: ChangeContext, door: DoorAtWall, formId: string): void {
  const dueOn = addDays(context.today, DAYS_TO_LOOK);
  openTask(context, { kind: TASK, door, subjectId: formId, dueOn });
}

/** The task that a household's refusal opened, about the form that it was asked about. */
export function joinTaskId({ doorId, _id, askedAs = _id }: SubmissionDocument): string {
  return taskId(TASK, doorId, askedAs);
}

/** The worker has decided about the form: the task that its refusal opened is done. */
export async function closeJoinTask(context: ChangeContext, form: SubmissionDocument): Promise<void> {
  if (form.joinAnswer !== 'notOurs') return;
  const task = await context.store.find<TaskDocument>('tasks', joinTaskId(form));
  if (task?.state === 'open') closeTask(context, task, 'done');
}
