import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import { reasonForSender } from '@domain/census/return-reason';
import type { censusContract } from '@domain/contract/census';
import { namesForbiddenKind } from '@domain/register/forbidden-words';
import type { ChangeContext } from '../../../kernel/context';
import { checkNotOwnDoor } from '../../../records/own-door';
import { doorAt, pathOf, type DoorAtWall } from '../../../records/door-place';
import { settleDoubt } from '../../../records/doubts';
import type { HouseholdDocument, SubmissionDocument, WallSlot } from '../../../repositories/documents';
import { openSubmission } from '../../../records/sealed-form';
import { findHousehold } from '../../../repositories/households';
import { findSubmission } from '../../../repositories/submissions';
import { findWall } from '../../../repositories/walls';
import { hasRoomFor, joinCollective } from '../../../records/collective';
import {
  bindSender,
  checkWaiting,
  closeForm,
  confirmForm,
  openCollective,
  tellSender,
} from '../../../records/confirmation';
import { fileConflicts } from '../../../records/conflicts';
import { askAboutWaiting, closeJoinTask } from '../../../records/join-requests';
import { askAboutConflicts } from '../../../records/tasks';
import { wallChange, withFormDecided, withHousehold, withMembers } from '../../../records/wall-changes';

type Input = ProcedureParsed<(typeof censusContract)['decideForm']>;
type Output = ProcedureOutput<(typeof censusContract)['decideForm']>;

/** The form to decide, at the door it stands at. */
interface Case {
  readonly context: ChangeContext;
  readonly door: DoorAtWall;
  readonly form: SubmissionDocument;
}

interface Decision {
  readonly householdIds: readonly string[];
  readonly conflicts: number;
  /** The slot once the answer stands. */
  readonly slot: WallSlot;
}

/**
 * A form that stands alone is confirmed, and with it that somebody lives there, where the doubt was before the worker's eyes; beside a
 * household the worker must say which of the two it is.
 */
async function confirm({ context, door, form }: Case, { verdict, doubtSeen }: Input): Promise<Decision> {
  const isSecond = door.stored.households > 0;
  if (isSecond !== (verdict === 'secondHousehold')) {
    throw new Problem('WRONG_STATE', { households: door.stored.households });
  }
  const household = await confirmForm(context, door, form);
  if (isSecond && household.kind === 'vacant') throw new Problem('WRONG_STATE', { kind: household.kind });
  closeForm(context, form, { state: 'accepted', householdId: household._id });
  await askAboutWaiting(context, door, { household, confirmed: form });
  const after = withHousehold(door.stored, household);
  const isSettled = !isSecond && doubtSeen === true;
  const slot = isSettled ? await settleDoubt(context, door, { after, state: 'done' }) : after;
  return { householdIds: [household._id], conflicts: 0, slot };
}

/** The household behind the same door that a verdict speaks of. Throws NOT_FOUND. */
async function findBeside(
  context: ChangeContext,
  form: SubmissionDocument,
  householdId: string | undefined,
): Promise<HouseholdDocument> {
  const household = householdId === undefined ? undefined : await findHousehold(context.store, householdId);
  if (household === undefined || household.doorId !== form.doorId || household.state === 'closed') {
    throw new Problem('NOT_FOUND');
  }
  return household;
}

/** Another bed behind the door: the people join those who are there, or go on in the next household where it is full. */
async function takeBed({ context, door, form }: Case, householdId: string | undefined): Promise<Decision> {
  const household = await findBeside(context, form, householdId);
  if (household.kind === 'vacant' || household.withdrawn) throw new Problem('WRONG_STATE');
  const answers = openSubmission(context.keyring, form);
  const hasRoom = hasRoomFor(household, answers);
  const joined = hasRoom
    ? await joinCollective(context, household, { form: answers, formId: form._id })
    : openCollective(context, door, form);
  closeForm(context, form, { state: 'accepted', householdId: joined._id });
  const slot = hasRoom
    ? withMembers(door.stored, household.members, joined.members)
    : withHousehold(door.stored, joined);
  return { householdIds: [joined._id], conflicts: 0, slot };
}

/**
 * The household's answer stays; what the form says otherwise becomes conflicts. Its sender is bound where the household has said
 * that it is one of theirs, and not unasked.
 */
async function join({ context, door, form }: Case, householdId: string | undefined): Promise<Decision> {
  const household = await findBeside(context, form, householdId);
  const conflicts = fileConflicts(context, household, form);
  if (conflicts > 0) askAboutConflicts(context, door, household._id);
  const isBound = household.accounts.includes(form.submittedBy);
  const isOurs = form.joinAnswer === 'ours' && !household.withdrawn;
  context.write.patch('households', household._id, {
    formIds: [...household.formIds, form._id],
    ...(isOurs && !isBound ? { accounts: [...household.accounts, form.submittedBy] } : {}),
  });
  if (isOurs && !isBound) bindSender(context, household, form);
  const isUnbound = !isBound && !isOurs;
  closeForm(context, form, { state: 'accepted', householdId: household._id, isUnbound });
  return { householdIds: [household._id], conflicts, slot: door.stored };
}

function reject({ context, door, form }: Case, reason = ''): Decision {
  const returnedFor = reasonForSender(reason);
  closeForm(context, form, { state: 'rejected', ...(returnedFor === undefined ? {} : { returnedFor }) });
  return { householdIds: [], conflicts: 0, slot: door.stored };
}

async function decide(at: Case, input: Input): Promise<Decision> {
  const { verdict, householdId, reason } = input;
  if (verdict === 'reject') return reject(at, reason);
  if (verdict === 'sameHousehold') return join(at, householdId);
  // What was filled for a household stands by its own word, which confirmProxy takes at the door.
  if (at.form.proxy !== undefined) throw new Problem('WRONG_STATE', { proxy: true });
  if (verdict === 'bedHolder') return takeBed(at, householdId);
  return confirm(at, input);
}

export async function decideForm(context: ChangeContext, input: Input): Promise<Output> {
  const form = await findSubmission(context.store, input.formId);
  if (form === undefined) throw new Problem('NOT_FOUND');
  context.permit(pathOf(form));
  checkWaiting(context, form, input.version);
  if (input.reason !== undefined && namesForbiddenKind(input.reason)) throw new Problem('CONTENT_REJECTED');
  const door = doorAt(await findWall(context.store, form.unitId), form.doorId);
  await checkNotOwnDoor(context, door);

  const decision = await decide({ context, door, form }, input);
  await closeJoinTask(context, form);
  tellSender(context, form, input.verdict === 'reject' ? 'formReturned' : 'formConfirmed');
  const after = withFormDecided(decision.slot, form);
  context.write.patch('walls', door.wall._id, wallChange([{ slot: door.slot, after }]));
  const { buildingId, gridId, compoundId, communityId } = form;
  context.record({
    objects: [form._id, ...decision.householdIds],
    subjects: decision.householdIds,
    fields: [input.verdict],
    place: { buildingId, gridId, compoundId, communityId },
    ...(input.reason === undefined ? {} : { reason: input.reason }),
    countsMoved: true,
  });
  return { state: after.state, conflicts: decision.conflicts };
}
