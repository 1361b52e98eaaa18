/** Who filled a form for the household, and which questions the household would not answer. */
import type { HouseholdForm } from '@domain/census/household-form';
import { normaliseName } from '@domain/register/person-name';
import type { HouseholdDocument } from '../repositories/documents';

type KeptHelp = Pick<HouseholdDocument, 'helper' | 'refused'>;

export function keptHelp({ helper, refused = [] }: HouseholdForm): KeptHelp {
  return {
    ...(helper === undefined ? {} : { helper: { ...helper, name: normaliseName(helper.name) } }),
    ...(refused.length === 0 ? {} : { refused: [...refused] }),
  };
}

export function openedHelp({ helper, refused }: KeptHelp): Pick<HouseholdForm, 'helper' | 'refused'> {
  return {
    ...(helper === undefined ? {} : { helper }),
    ...(refused === undefined ? {} : { refused: [...refused] }),
  };
}
