/** Age bands stand in for birth dates: a year of birth beside other answers would identify a person. */
import { ageOn, type Day } from '../kernel/day';
import { AGE_BANDS, type AgeBand } from './codes';

/** The first age beyond each band, in the order of `AGE_BANDS`. */
const NEXT_AGES = [3, 6, 14, 18, 60, 65, 80, 200] as const;

/** The band of an age in full years; undefined outside 0–199. */
export function ageBandOf(age: number): AgeBand | undefined {
  if (age < 0) return undefined;
  return AGE_BANDS.find((_, index) => age < (NEXT_AGES[index] ?? 0));
}

export function ageBandOn(bornOn: Day, day: Day): AgeBand | undefined {
  const age = ageOn(bornOn, day);
  return age === undefined ? undefined : ageBandOf(age);
}

/** First and last possible age of a band, in full years. */
export function agesOfBand(band: AgeBand): { from: number; to: number } {
  const index = AGE_BANDS.indexOf(band);
  return { from: NEXT_AGES[index - 1] ?? 0, to: (NEXT_AGES[index] ?? 200) - 1 };
}

/** Under 14: data of this person needs a guardian's consent and a name is not asked. */
export function isUnder14(band: AgeBand): boolean {
  return agesOfBand(band).to < 14;
}

/** Under 18: every identity field is of the highest class. */
export function isMinor(band: AgeBand): boolean {
  return agesOfBand(band).to < 18;
}
