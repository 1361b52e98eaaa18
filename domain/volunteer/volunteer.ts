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

export const SKILL_WORDS: Readonly<Record<Skill, string>> = {
  company: '陪聊陪伴',
  errand: '代买跑腿',
  carry: '搬抬东西',
  repair: '小修小补',
  clean: '打扫卫生',
  tutor: '辅导功课',
  phoneHelp: '教用手机',
  firstAid: '急救护理',
  signLanguage: '手语',
  greenery: '护绿巡查',
};

export const HELP_TIMES = ['weekdayDay', 'weekdayEvening', 'weekendDay', 'weekendEvening'] as const;
export type HelpTime = (typeof HELP_TIMES)[number];

export const HELP_TIME_WORDS: Readonly<Record<HelpTime, string>> = {
  weekdayDay: '平日白天',
  weekdayEvening: '平日晚上',
  weekendDay: '周末白天',
  weekendEvening: '周末晚上',
};
