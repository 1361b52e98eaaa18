import type { ProcedureOutput } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { censusContract } from '@domain/contract/census';
import type { ChangeContext } from '../../../kernel/context';
import { fileForConfirmation } from '../file-for-confirmation';
import { checkAnswers, checkConsent, needsALook, rulesOf } from '../form-checks';
import { findFormPlace, type FormInput } from '../form-place';
import { receiptOf } from '../receipts';
import { findCorrected, saveHousehold } from '../save-household';
import type { Submission } from '../submission';

type Output = ProcedureOutput<(typeof censusContract)['submitForm']>;

/** Hands in a form at a door. The answer to somebody who is not bound is the same at a taken door as at a free one. */
export async function submitForm(context: ChangeContext, input: FormInput): Promise<Output> {
  const campaign = await context.campaign();
  const place = await findFormPlace(context, input);
  const { door } = place;
  const isBound = context.caller.seat !== null;
  const rules = rulesOf(campaign, context.today);
  const submission: Submission = {
    context,
    input,
    place,
    formVersion: campaign.formVersion,
    receipt: receiptOf(context.keyring, door, context.today),
    wantsALook: needsALook(input.form, rules),
  };

  const former = isBound ? await findCorrected(submission) : undefined;
  // A resident's own household is asked about, and it must live behind this door: a household moves by another act.
  if (former !== undefined && former.doorId !== door.doorId) throw new Problem('NOT_FOUND');
  const { streetId, communityId, gridId, compoundId, buildingId } = door.wall;
  context.permit({
    streetId,
    communityId,
    gridId,
    compoundId,
    buildingId,
    linkValid: place.byLink,
    ...(former === undefined ? {} : { householdId: former._id }),
  });

  checkConsent(campaign, input.consent);
  checkAnswers(input.form, rules);
  if (isBound) saveHousehold(submission, former);
  else fileForConfirmation(submission);
  return { receipt: submission.receipt, state: isBound ? 'submitted' : 'waiting' };
}
