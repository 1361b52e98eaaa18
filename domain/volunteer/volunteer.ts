/** What a volunteer says of the own help: closed lists, and no trait of the person. */
export const SKILLS = [
  'company',
  'errand',
  'carry',
  'repair',
  'clean',
  'tutor',
  'phoneHelp',
  'firstAid',
  'signLanguage',
  'greenery',
] as const;
export type Skill = (typeof SKILLS)[number];

export const HELP_TIMES = ['weekdayDay', 'weekdayEvening', 'weekendDay', 'weekendEvening'] as const;
export type HelpTime = (typeof HELP_TIMES)[number];

/** So many compounds of the own community may be named as those where one would help; with none named it is all of them. */
export const HELP_PLACES_MAX = 6;

/** What is chosen after a touch: one more than may be named changes nothing. */
export function helpPlaces(before: readonly string[], touched: readonly string[]): readonly string[] {
  return touched.length > HELP_PLACES_MAX ? before : touched;
}
