import type { HouseholdDocument } from '../../repositories/documents';

/** When a household ended, and whether because its people are listed in another registration; never in which. */
export function endOfHousehold({ closedOn, isMerged }: Pick<HouseholdDocument, 'closedOn' | 'isMerged'>): {
  closedOn?: string;
  isMerged?: true;
} {
  return {
    ...(closedOn === undefined ? {} : { closedOn }),
    ...(isMerged === undefined ? {} : { isMerged }),
  };
}
