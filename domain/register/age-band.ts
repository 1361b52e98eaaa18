/** Age bands stand in for birth dates: a year of birth beside other answers would identify a person. */
import { ageOn, type Day } from '@domain/kernel/day';

/** Codes of the table `age-band.json`, youngest first, each with the first age of the next band. */
const BANDS = [
  ['0-2', 3],
  ['3-5', 6],
  ['6-13', 14],
  ['14-17', 18],
  ['18-59', 60],
  ['60-64', 65],
  ['65-79', 80],
  ['80+', 200],
] as const;

export type AgeBand = (typeof BANDS)[number][0];

export const AGE_BANDS: readonly AgeBand[] = BANDS.map(([code]) => code);

/** The band of an age in full years; undefined outside 0–199. */
export function ageBandOf(age: number): AgeBand | undefined {
  if (age < 0) return undefined;
  return BANDS.find(([, next]) => age < next)?.[0];
}

export function ageBandOn(bornOn: Day, day: Day): AgeBand | undefined {
  const age = ageOn(bornOn, day);
  return age === undefined ? undefined : ageBandOf(age);
}

/** First and last possible age of a band, in full years. */
export function agesOfBand(band: AgeBand): { from: number; to: number } {
  const index = AGE_BANDS.indexOf(band);
  return { from: BANDS[index - 1]?.[1] ?? 0, to: (BANDS[index]?.[1] ?? 200) - 1 };
}

/** Under 14: data of this person needs a guardian's consent and a name is not asked. */
export function isUnder14(band: AgeBand): boolean {
  return agesOfBand(band).to < 14;
}

/** Under 18: every identity field is of the highest class. */
export function isMinor(band: AgeBand): boolean {
  return agesOfBand(band).to < 18;
}
