import type { HouseholdForm } from '@domain/census/household-form';
import type { ProcedureOutput } from '@domain/kernel/contract';
import type { censusContract } from '@domain/contract/census';
import type { ChangeContext } from '../../../kernel/context';
import { placeOfWall } from '../../../records/door-place';
import { fileForConfirmation } from '../../../records/file-for-confirmation';
import {
  checkAnswers,
  checkConsent,
  needsALook,
  rulesOf,
  withOwnReasons,
} from '../../../records/form-checks';
import { findFormPlace, invitationIdOf, type FormInput } from '../../../records/form-place';
import { withNumbersOf } from '../../../records/own-forms';
import { receiptOf } from '../../../records/receipts';
import { findCorrected, saveHousehold } from '../../../records/save-household';
import type { Submission } from '../../../records/submission';
import type { InvitationDocument } from '../../../repositories/documents';
import { withOmittedNumbers, withStoredNumbers, withUnseen } from '../../../records/unseen-answers';

type Output = ProcedureOutput<(typeof censusContract)['submitForm']>;

/** As what the filler acts was said when the household agreed, and is not the form's to say. */
function asHelped(form: HouseholdForm, invitation: InvitationDocument | undefined): HouseholdForm {
  const fillRole = invitation?.fillRole;
  return fillRole === undefined ? form : { ...form, fillRole };
}

/** Hands in a form at a door. The answer to somebody who is not bound is the same at a taken door as at a free one. */
export async function submitForm(context: ChangeContext, input: FormInput): Promise<Output> {
  const campaign = await context.campaign();
  const place = await findFormPlace(context, input);
  const { door } = place;
  const isBound = context.caller.seat !== null;
  const { invitation, changed } = place;
  const invitationId = invitationIdOf(place);
  const isForOthers = invitationId !== undefined;
  const rules = { ...rulesOf(campaign, context.today), asksHelper: isForOthers };
  const former = isBound ? await findCorrected({ context, input, place }) : undefined;
  context.permit({
    ...placeOfWall(door.wall),
    linkValid: place.byLink,
    ...(former === undefined ? {} : { householdId: former._id }),
  });

  checkConsent(campaign, input.consent);
  const sent = withNumbersOf(changed?.answers, withUnseen(context, input.form, former));
  checkAnswers(withStoredNumbers(context.keyring, sent, former), rules);
  const form = asHelped(withOwnReasons(sent, rules), invitation);
  const submission: Submission = {
    context,
    input: { ...input, form: withOmittedNumbers(context, form, former) },
    place,
    formVersion: campaign.formVersion,
    receipt: receiptOf(context.keyring, door, context.today),
    // What somebody else filled is confirmed at the door, one by one.
    wantsALook: isForOthers || needsALook(form, rules),
  };
  if (isBound) await saveHousehold(submission, former);
  else await fileForConfirmation(submission);
  return {
    receipt: submission.receipt,
    state: isBound ? 'submitted' : 'waiting',
    ...(invitationId === undefined ? {} : { invitationId }),
  };
}
