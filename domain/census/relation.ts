/** What a member is to the head of the household, and what follows from it. */
import { agesOfBand } from './age-band';
import type { HouseholdKind } from './household';
import type { AgeBand, RelationCode } from './codes';

export const HEAD: RelationCode = 0;
export const SPOUSE: RelationCode = 1;
const OTHER: RelationCode = 9;

/** A parent is at least this much older than a child. */
const GENERATION_YEARS = 14;
const ADULT_YEARS = 18;

/** Generations above the head; relations without blood or age order are absent. */
const GENERATIONS: Readonly<Partial<Record<RelationCode, number>>> = {
  2: -1,
  3: 1,
  4: 1,
  5: 2,
  6: -1,
  7: -2,
};

/**
 * Whether a member can be of this age band beside a head of that one. Bands are wide, so only what is impossible for every
 * pair of ages inside them counts: a child of 65 beside a head of 40 does, two people between 18 and 59 never do.
 */
export function agesFit(relation: RelationCode, band: AgeBand, headBand: AgeBand): boolean {
  if (relation === SPOUSE) return agesOfBand(band).to >= ADULT_YEARS;
  const generations = GENERATIONS[relation];
  if (generations === undefined) return true;
  const [older, younger] = generations > 0 ? [band, headBand] : [headBand, band];
  return agesOfBand(older).to - agesOfBand(younger).from >= Math.abs(generations) * GENERATION_YEARS;
}

/** Family where anybody is tied to the head or one lives alone; collective where all beside the head are unrelated. */
export function householdKindOf(members: readonly { readonly relation: RelationCode }[]): HouseholdKind {
  if (members.length === 0) return 'vacant';
  const others = members.filter((member) => member.relation !== HEAD);
  return others.length > 0 && others.every((member) => member.relation === OTHER) ? 'collective' : 'family';
}
