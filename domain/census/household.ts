/** States of a household on its way through a campaign (mission.md §4). */
export const HOUSEHOLD_STATES = [
  'untouched',
  'touched',
  'draft',
  'submitted',
  'inReview',
  'returned',
  'approved',
  'changing',
  'closed',
] as const;
export type HouseholdState = (typeof HOUSEHOLD_STATES)[number];

/** family: with ties · collective: people living together without ties · vacant: nobody, stated and dated. */
export const HOUSEHOLD_KINDS = ['family', 'collective', 'vacant'] as const;
export type HouseholdKind = (typeof HOUSEHOLD_KINDS)[number];

/**
 * The levels above a door by name, and the labels of the frame as they are: zone `` where there is none, building `3`, unit `2`
 * or `0`, floor `5`, room `502`. Words and columns are made from them by area/door-address.ts.
 */
export interface AddressLevels {
  readonly community: string;
  readonly grid: string;
  readonly compound: string;
  readonly zone: string;
  readonly building: string;
  readonly unit: string;
  readonly floor: string;
  readonly room: string;
}

/**
 * The one predicate of every export (D37): confirmed households until reviews exist, approved ones from then on, and never
 * one whose consent was withdrawn, or in which somebody may be counted twice: what would be approved waits for that answer.
 */
export function isExportable(household: {
  readonly state: HouseholdState;
  readonly withdrawn: boolean;
  /** Open doubts that somebody of it is registered twice. */
  readonly duplicates?: readonly string[];
}): boolean {
  if (household.withdrawn || (household.duplicates ?? []).length > 0) return false;
  return household.state === 'submitted' || household.state === 'approved' || household.state === 'changing';
}
