/** What volunteers and the community both say of helpers and hours. */
import type { HoursSource, HoursState, ManualGround } from '@domain/volunteer/service-hours';
import type { HelpTime, Skill } from '@domain/volunteer/volunteer';

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

export const HELP_TIME_WORDS: Readonly<Record<HelpTime, string>> = {
  weekdayDay: '平日白天',
  weekdayEvening: '平日晚上',
  weekendDay: '周末白天',
  weekendEvening: '周末晚上',
};

export const MANUAL_GROUND_WORDS: Readonly<Record<ManualGround, string>> = {
  codeFailed: '当时签到码用不了',
  noPhone: '志愿者没带手机',
  outsideActivity: '没有发布过的活动',
  correction: '更正原来的记录',
};

export const HOURS_STATE_WORDS: Readonly<Record<HoursState, string>> = {
  waiting: '等社区同意',
  granted: '算上了',
  refused: '没有算上',
  disputed: '说不对，社区在看',
  void: '取消了，不算',
};

export const HOURS_SOURCE_WORDS: Readonly<Record<HoursSource, string>> = {
  wish: '圆了一个心愿',
  activity: '参加活动',
  manual: '社区补记的',
};

export const TEAM_KIND_WORDS = { compound: '小区志愿队', unit: '单位志愿队' } as const;

/** A closed list as tiles, in its order. */
export function tilesOf<Key extends string>(
  words: Readonly<Record<Key, string>>,
): { value: Key; label: string }[] {
  return Object.entries<string>(words).map(([value, label]) => ({ value: value as Key, label }));
}
