/** Confirming a waiting form: a household takes the next number behind its door, and the sender is bound to it. */
import { plateWords } from '@domain/area/plate';
import { addDays } from '@domain/kernel/calendar';
import type { VerifyWay } from '@domain/census/codes';
import type { HouseholdForm } from '@domain/census/household-form';
import type { ReturnReason } from '@domain/census/return-reason';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../kernel/context';
import { pathOf, plateOf, type DoorAtWall } from './door-place';
import { tell } from './messages';
import { residentSeatId } from '../repositories/assignments';
import { openSubmission } from './sealed-form';
import type { AssignmentDocument, HouseholdDocument, SubmissionDocument } from '../repositories/documents';
import { digestId } from '../vault/random-id';
import { newHousehold } from './household-draft';
import { declareTenancy } from './tenancies';

/** A resident's seat is confirmed anew with the next campaign; it ends by itself when nobody does. */
const SEAT_DAYS = 365;

/** Throws NOT_FOUND, WRONG_STATE or STALE_VERSION. The confirmer is never the filler. */
export function checkWaiting(context: ChangeContext, form: SubmissionDocument, version: number): void {
  if (form.state !== 'waiting') throw new Problem('WRONG_STATE', { state: form.state });
  if (form.version !== version) throw new Problem('STALE_VERSION', { version: form.version });
  if (form.submittedBy === context.caller.userId) throw new Problem('FORBIDDEN');
}

function residentSeat(
  context: ChangeContext,
  household: HouseholdDocument,
  userId: string,
): AssignmentDocument {
  return {
    _id: residentSeatId(userId, household._id),
    version: 1,
    userId,
    role: 'RE',
    label: plateWords(plateOf(household.address)),
    state: 'active',
    startsOn: context.today,
    endsOn: addDays(context.today, SEAT_DAYS),
    scope: { householdId: household._id, ...pathOf(household) },
    pledgeSigned: true,
    deviceBound: true,
  };
}

/** From now on the sender acts as one of the household. */
export function bindSender(
  context: ChangeContext,
  household: HouseholdDocument,
  { submittedBy }: SubmissionDocument,
): void {
  context.write.insert('assignments', residentSeat(context, household, submittedBy));
}

function householdOfForm(
  context: ChangeContext,
  door: DoorAtWall,
  { form, accounts }: { readonly form: SubmissionDocument; readonly accounts: readonly string[] },
): HouseholdDocument {
  return newHousehold(context, door, {
    form: openSubmission(context.keyring, form),
    origin: {
      channel: form.channel,
      formVersion: form.formVersion,
      noticeVersion: form.noticeVersion,
      filledBy: form.submittedBy,
      filledOn: form.receiptDay,
      confirmedBy: context.caller.userId,
      accounts,
      formIds: [form._id],
    },
  });
}

/** Writes the household and, unless staff recorded it, its sender's seat; the wall and the form are the caller's to write. */
export async function confirmForm(
  context: ChangeContext,
  door: DoorAtWall,
  form: SubmissionDocument,
): Promise<HouseholdDocument> {
  const accounts = form.isByStaff === true ? [] : [form.submittedBy];
  const household = householdOfForm(context, door, { form, accounts });
  context.write.insert('households', household);
  if (form.isByStaff !== true) bindSender(context, household, form);
  await declareTenancy(context, { household, door });
  return household;
}

/** The next collective household behind a door whose last one is full; nobody is bound to it. */
export function openCollective(
  context: ChangeContext,
  door: DoorAtWall,
  form: SubmissionDocument,
): HouseholdDocument {
  const household = householdOfForm(context, door, { form, accounts: [] });
  const collective: HouseholdDocument = { ...household, kind: 'collective' };
  context.write.insert('households', collective);
  return collective;
}

/** As the household said it at the door: whoever filled for it is on record, and is not bound to a home that is not theirs. */
export async function confirmProxyForm(
  context: ChangeContext,
  door: DoorAtWall,
  answer: {
    readonly submission: SubmissionDocument;
    readonly form: HouseholdForm;
    readonly verifyWay: VerifyWay;
  },
): Promise<HouseholdDocument> {
  const { submission, form, verifyWay } = answer;
  const { channel, formVersion, noticeVersion, submittedBy, receiptDay, _id } = submission;
  const household = newHousehold(context, door, {
    form,
    origin: {
      channel,
      formVersion,
      noticeVersion,
      filledBy: submittedBy,
      filledOn: receiptDay,
      confirmedBy: context.caller.userId,
      verifyWay,
      accounts: [],
      formIds: [_id],
    },
  });
  context.write.insert('households', household);
  await declareTenancy(context, { household, door });
  return household;
}

/** The row that the sender's own operation wrote when the form was handed in. */
function consentIdOf({ submittedBy, opId }: SubmissionDocument): string {
  return digestId('made', submittedBy, opId, 'consent');
}

/**
 * Ends the wait of a form: its envelope has done its work and is emptied. Only where its sender is to learn nothing does it stay for
 * as long as a waiting form would: an empty one would tell.
 */
export function closeForm(
  context: ChangeContext,
  form: SubmissionDocument,
  outcome: {
    readonly state: 'accepted' | 'rejected';
    readonly householdId?: string;
    readonly isUnbound?: boolean;
    readonly replacedBy?: string;
    readonly returnedFor?: ReturnReason;
  },
): void {
  const { householdId, isUnbound } = outcome;
  if (householdId !== undefined) {
    context.write.patch('consents', consentIdOf(form), { householdId });
  }
  const sealedForm = isUnbound === true ? form.sealedForm : '';
  context.write.patch('submissions', form._id, { ...outcome, sealedForm, version: form.version + 1 });
}

/** The sender's own later form takes its place; one that had joined a household in silence stays of it. */
export function replaceForm(context: ChangeContext, form: SubmissionDocument, replacedBy: string): void {
  closeForm(context, form, { state: form.state === 'accepted' ? 'accepted' : 'rejected', replacedBy });
}

const OWN_HOUSEHOLD = '/packages/home/pages/my/my';

/** What became of the form, to whoever sent it: one sentence that says nothing of what else stands behind the door. */
export function tellSender(
  context: ChangeContext,
  { submittedBy, plate }: SubmissionDocument,
  kind: 'formConfirmed' | 'formReturned',
): void {
  const values = { place: plateWords(plate) };
  tell(context, { userId: submittedBy, kind, values, link: OWN_HOUSEHOLD });
}
