/**
 * A form from somebody who is not bound waits, whole in one envelope, whatever stands behind the door: a second one is a
 * comparison, and its sender learns nothing of it.
 */
import { plateWords } from '@domain/area/plate';
import { standsBeside } from '@domain/census/waiting-need';
import { addDays } from '@domain/kernel/calendar';
import { pathOf } from './door-place';
import { invitationIdOf } from './form-place';
import { tell } from './messages';
import { openSubmission, sealForm } from './sealed-form';
import { linkToInvitation, moveSpokenCode, newSpokenCode } from './spoken-code';
import type { SubmissionDocument, WallSlot } from '../repositories/documents';
import { findInvitation } from '../repositories/invitations';
import { findSubmission, waitingAtDoor } from '../repositories/submissions';
import { replaceForm } from './confirmation';
import { differingFields } from './household-history';
import { askHouseholds } from './join-requests';
import { areaOf, consentFor, type Submission } from './submission';
import { withAnswer } from './visits';
import { wallChange, withFormReplaced, withFormWaiting, withInPerson } from './wall-changes';

/** An unconfirmed form is erased after this many days. */
const QUARANTINE_DAYS = 60;
const COLLECTION = 'submissions';

function documentOf(submission: Submission, arrived: WallSlot): SubmissionDocument {
  const { context, input, place, receipt, formVersion } = submission;
  const { door, channel } = place;
  const _id = context.idFor('submission');
  return {
    _id,
    version: 1,
    ...pathOf({ ...door.wall, unitId: door.wall._id }),
    doorId: door.doorId,
    slot: door.slot,
    room: door.stored.room,
    plate: receipt.plate,
    sealedForm: sealForm(context.keyring, _id, input.form),
    flagged: arrived.flagged,
    ...(standsBeside(arrived) ? { beside: true } : {}),
    state: 'waiting',
    receiptCode: receipt.code,
    receiptDay: receipt.day,
    channel,
    noticeVersion: input.consent.noticeVersion,
    formVersion,
    submittedBy: context.caller.userId,
    opId: context.opId,
    ...(context.caller.seat === null || context.caller.role === 'RE' ? {} : { isByStaff: true }),
    at: context.now,
    purgeOn: addDays(context.today, QUARANTINE_DAYS),
  };
}

/** The form of the same sender that still waits at the door; the list is read beside the transaction, the form inside it. */
async function findOwnWaiting({ context, place }: Submission): Promise<SubmissionDocument | undefined> {
  const { door, changed } = place;
  if (changed !== undefined) return changed.form;
  if (door.stored.waiting === 0) return undefined;
  const waiting = await waitingAtDoor(context.store, door.doorId);
  const own = waiting.find(({ submittedBy }) => submittedBy === context.caller.userId);
  const fresh = own && (await findSubmission(context.store, own._id));
  return fresh?.state === 'waiting' ? fresh : undefined;
}

/** The household that was asked about the sender need not be asked again, and has said what it has said. */
function askedBefore(former: SubmissionDocument): Pick<SubmissionDocument, 'joinAnswer' | 'askedAs'> {
  const { _id, joinAnswer, askedAs = _id } = former;
  return joinAnswer === undefined ? {} : { joinAnswer, askedAs };
}

/** What was filled for others is changed: the code that they were told goes on, and so does the count of wrong ones. */
async function sameCode({ context, place }: Submission): Promise<Pick<SubmissionDocument, 'proxy'>> {
  const former = place.changed?.form;
  if (former?.proxy === undefined) return {};
  const formId = context.idFor('submission');
  const { proxy } = former;
  const invitation = await findInvitation(context.store, proxy.invitationId);
  if (invitation !== undefined) {
    const { _id, version } = invitation;
    const purgeOn = addDays(context.today, QUARANTINE_DAYS);
    context.write.patch('invitations', _id, { version: version + 1, formId, purgeOn });
  }
  return { proxy: moveSpokenCode(context.keyring, { from: former._id, to: formId }, proxy) };
}

/** The invitation has done its work: its draft goes, and the filler is told the code that confirms the form at the door. */
function handOver({ context, place, receipt }: Submission): Pick<SubmissionDocument, 'proxy'> {
  const { invitation } = place;
  if (invitation === undefined) return {};
  const { _id: invitationId, version } = invitation;
  const formId = context.idFor('submission');
  const { code, proxy } = newSpokenCode(context, { formId, invitationId });
  context.write.patch('invitations', invitationId, {
    version: version + 1,
    state: 'sent',
    formId,
    sealedDraft: undefined,
    purgeOn: addDays(context.today, QUARANTINE_DAYS),
  });
  tell(context, {
    userId: context.caller.userId,
    kind: 'spokenCode',
    values: { place: plateWords(receipt.plate), note: code },
    link: linkToInvitation(invitationId),
    isSecret: true,
  });
  return { proxy };
}

/** Names of what was said otherwise; the words of a form that nobody had confirmed end with it. */
function fieldsOf({ context, input }: Submission, former: SubmissionDocument | undefined): string[] {
  if (former === undefined || former.sealedForm === '') return ['form'];
  const fields = differingFields(openSubmission(context.keyring, former), input.form);
  return fields.length === 0 ? ['form'] : fields;
}

/** The slot once the form waits there. */
function slotWith(
  { place, wantsALook }: Submission,
  former: Pick<SubmissionDocument, 'state' | 'proxy'> | undefined,
): WallSlot {
  const { stored } = place.door;
  const isReplaced = former?.state === 'waiting';
  const before = isReplaced && former.proxy !== undefined ? 1 : 0;
  const now = invitationIdOf(place) === undefined ? 0 : 1;
  const arrived = isReplaced ? withFormReplaced(stored, wantsALook) : withFormWaiting(stored, wantsALook);
  return withInPerson(arrived, now - before);
}

export async function fileForConfirmation(submission: Submission): Promise<void> {
  const { context, place } = submission;
  const { door } = place;
  const former = await findOwnWaiting(submission);
  const arrived = slotWith(submission, former);
  const after = await withAnswer(context, door, arrived);
  const document: SubmissionDocument = {
    ...documentOf(submission, arrived),
    ...handOver(submission),
    ...(former === undefined ? {} : askedBefore(former)),
    ...(await sameCode(submission)),
  };
  // A form sent again takes the place of the first; the household has been asked about its sender.
  if (former !== undefined) replaceForm(context, former, document._id);
  else if (document.isByStaff !== true) await askHouseholds(context, door, document._id);
  context.write.insert(COLLECTION, document);
  context.write.patch('walls', door.wall._id, wallChange([{ slot: door.slot, after }]));
  context.write.insert('consents', consentFor(submission, document._id, ''));
  context.record({
    objects: [document._id, door.doorId, ...(former === undefined ? [] : [former._id])],
    subjects: [],
    fields: fieldsOf(submission, former),
    place: areaOf(place),
    countsMoved: true,
  });
}
