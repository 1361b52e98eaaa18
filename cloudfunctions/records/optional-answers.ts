import type { HouseholdDocument } from '../repositories/documents';

/** What a new form may leave out, and the confirmation, which was of the former answers. */
const OPTIONAL_ANSWERS = [
  'tenancy',
  'sealedCare',
  'sealedSuggestion',
  'sealedReasons',
  'volunteer',
  'helper',
  'refused',
  'confirmedBy',
  'confirmedOn',
  'verifyWay',
] as const;

/** A household without the answers that a new form may leave out, so that what is left out is gone. */
export function withoutOptionalAnswers(
  household: HouseholdDocument,
): Omit<HouseholdDocument, (typeof OPTIONAL_ANSWERS)[number]> {
  const optional: readonly string[] = OPTIONAL_ANSWERS;
  const kept = Object.entries(household).filter(([field]) => !optional.includes(field));
  return Object.fromEntries(kept) as Omit<HouseholdDocument, (typeof OPTIONAL_ANSWERS)[number]>;
}
