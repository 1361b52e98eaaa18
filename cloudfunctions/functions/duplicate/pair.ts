import type { DuplicateDocument, HouseholdDocument } from '../../repositories/documents';

/** A doubt with the two households it is about, in the order of its sides. */
export interface Pair {
  readonly duplicate: DuplicateDocument;
  readonly households: readonly [HouseholdDocument, HouseholdDocument];
}
