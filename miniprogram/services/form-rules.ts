/** What deployment and campaign say to the rules of the form. */
import type { FormRules } from '@domain/census/form-draft';
import type { Draft } from './draft';
import type { Campaign } from '@domain/contract/session';
import { today } from './clock';

export function formRulesOf(campaign: Campaign | undefined, draft?: Draft): FormRules {
  return {
    ...(draft?.visit?.shown === undefined ? {} : { shown: draft.visit.shown }),
    ...(draft?.place.by === 'invitation' ? { asksHelper: true } : {}),
    today: today(),
    allowTestNumbers: campaign?.allowTestNumbers ?? false,
    idNumberMode: campaign?.idNumberMode ?? 'off',
  };
}
