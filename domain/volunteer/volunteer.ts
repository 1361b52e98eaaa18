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
