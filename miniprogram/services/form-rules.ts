/** What deployment and campaign say to the rules of the form. */
import type { FormRules } from '@domain/census/form-draft';
import type { Campaign } from '@domain/contract/session';
import { today } from './clock';

export function formRulesOf(campaign: Campaign | undefined): FormRules {
  return {
    today: today(),
    allowTestNumbers: campaign?.allowTestNumbers ?? false,
    idNumberMode: campaign?.idNumberMode ?? 'off',
  };
}
