/** What deployment and campaign say to the rules of the form. */
import type { FormRules } from '@domain/census/form-draft';
import type { Draft } from './draft';
import type { Campaign } from '@domain/contract/session';
import { today } from './clock';

/** A form that somebody fills, or had filled, for a household. */
function isForOthers({ place: { by }, answers }: Draft): boolean {
  return by === 'invitation' || (by === 'form' && answers.helper !== undefined);
}

export function formRulesOf(campaign: Campaign | undefined, draft?: Draft): FormRules {
  return {
    ...(draft?.visit?.shown === undefined ? {} : { shown: draft.visit.shown }),
    ...(draft !== undefined && isForOthers(draft) ? { asksHelper: true } : {}),
    today: today(),
    allowTestNumbers: campaign?.allowTestNumbers ?? false,
    idNumberMode: campaign?.idNumberMode ?? 'off',
  };
}
