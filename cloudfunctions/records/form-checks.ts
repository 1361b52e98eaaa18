import type { HouseholdForm } from '@domain/census/household-form';
import type { FormRules } from '@domain/census/form-draft';
import { checkForm, raisesQuestion, unsettledFindings } from '@domain/census/form-rules';
import type { Campaign } from '@domain/contract/session';
import { Problem } from '@domain/kernel/problem';
import { namesForbiddenKind } from '@domain/register/forbidden-words';

const SENTENCE_MAX = 64;

export function rulesOf(campaign: Campaign, today: string): FormRules {
  return { today, allowTestNumbers: campaign.allowTestNumbers, idNumberMode: campaign.idNumberMode };
}

/** Throws PURPOSE_CLOSED or CONSENT_REQUIRED; consent is to the notice in force, not to an older one. */
export function checkConsent(
  campaign: Campaign,
  consent: { readonly given: boolean; readonly noticeVersion: string },
): void {
  if (!campaign.isOpen) throw new Problem('PURPOSE_CLOSED');
  if (!consent.given || consent.noticeVersion !== campaign.noticeVersion) {
    throw new Problem('CONSENT_REQUIRED');
  }
}

/** Throws VALIDATION with field and sentence, or CONTENT_REJECTED. */
export function checkAnswers(form: HouseholdForm, rules: FormRules): void {
  const [finding] = unsettledFindings(form, rules);
  if (finding !== undefined) {
    const { field, sentence, level } = finding;
    throw new Problem('VALIDATION', { field, sentence: sentence.slice(0, SENTENCE_MAX), level });
  }
  const texts = [form.suggestion ?? '', ...Object.values(form.reasons)];
  if (texts.some(namesForbiddenKind)) throw new Problem('CONTENT_REJECTED');
}

/** The form with reasons for its own findings alone: nothing else is kept under a code that means nothing. */
export function withOwnReasons(form: HouseholdForm, rules: FormRules): HouseholdForm {
  const codes = new Set(checkForm(form, rules).map(({ code }) => code));
  const own = Object.entries(form.reasons).filter(([code]) => codes.has(code));
  return { ...form, reasons: Object.fromEntries(own) };
}

/** True where a worker should look at the form itself before it is confirmed. */
export function needsALook(form: HouseholdForm, rules: FormRules): boolean {
  return raisesQuestion(form, rules);
}
