/** Stored answers as a role may see them. */
import { checkForm } from '@domain/census/form-rules';
import type { FormRules } from '@domain/census/form-draft';
import type { HouseholdForm } from '@domain/census/household-form';
import type { FormView, HouseholdView, WaitingForm } from '@domain/contract/census';
import type { Role } from '@domain/identity/role';
import { isSettledByWorker, type TenancyState } from '@domain/tenancy/tenancy-state';
import { cutForm } from '../policies/field-visibility';
import { openAnswers } from './sealed-answers';
import { openSubmission } from './sealed-form';
import { viewFacts } from './worker-facts';
import { triesLeft } from './spoken-code';
import type { HouseholdDocument, SubmissionDocument, TenancyDocument } from '../repositories/documents';
import type { Keyring } from '../vault/keys';

export interface Viewer {
  readonly role: Role;
  readonly keyring: Keyring;
  readonly rules: FormRules;
}

function viewForm(form: HouseholdForm, { role, rules }: Viewer): FormView {
  // Masked or withdrawn values would raise findings of their own; what was sent was already free of errors.
  const questions = checkForm(form, rules).filter(({ level }) => level === 'question');
  return { ...cutForm(form, role), findings: questions.map(({ sentence }) => sentence) };
}

export function viewWaiting(submission: SubmissionDocument, viewer: Viewer): WaitingForm {
  return {
    id: submission._id,
    version: submission.version,
    submittedAt: submission.at,
    channel: submission.channel,
    form: viewForm(openSubmission(viewer.keyring, submission), viewer),
    ...(submission.joinAnswer === undefined ? {} : { joinAnswer: submission.joinAnswer }),
    ...(submission.proxy === undefined ? {} : { proxy: { triesLeft: triesLeft(submission.proxy) } }),
  };
}

/** To the household itself a question that is open is open: nobody learns by naming a number whether somebody is found under it. */
function tenancyStateFor({ role }: Viewer, { state, waitsFor, answer }: TenancyDocument): TenancyState {
  const isStaffs = role !== 'RE' || waitsFor === 'nobody' || answer !== undefined;
  return isStaffs ? state : 'asked';
}

function viewTenancy(
  viewer: Viewer,
  tenancy: TenancyDocument,
): Pick<HouseholdView, 'tenancyState' | 'isTenancySettled'> {
  const tenancyState = tenancyStateFor(viewer, tenancy);
  const isSettled = isSettledByWorker(tenancyState, tenancy.answer?.word);
  return { tenancyState, ...(isSettled ? { isTenancySettled: true } : {}) };
}

export function viewHousehold(
  household: HouseholdDocument,
  viewer: Viewer,
  tenancy?: TenancyDocument,
): HouseholdView {
  const { _id, version, seq, state, kind, channel, filledOn, confirmedOn, verifyWay, since } = household;
  const { countedElsewhere = [], duplicates = [] } = household;
  return {
    id: _id,
    version,
    seq,
    state,
    kind,
    channel,
    filledOn,
    ...(confirmedOn === undefined ? {} : { confirmedOn }),
    ...(since === undefined ? {} : { since }),
    ...(tenancy === undefined ? {} : viewTenancy(viewer, tenancy)),
    countedElsewhere: [...countedElsewhere],
    isHeld: duplicates.length > 0,
    ...(verifyWay === undefined ? {} : { verifyWay }),
    ...viewFacts(household, viewer),
    form: viewForm(openAnswers(viewer.keyring, household), viewer),
  };
}
