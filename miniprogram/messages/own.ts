/** Words of the page of one's own doings: activities, wishes, problems, hours. */
import type { VolunteerState } from '@domain/volunteer/volunteer-state';

export const OWN_WORDS = {
  turn: '轮到您',
  again: '再试一次',
  more: '再看一些',
  empty: '还没有您的事',
  emptyDetail: '报过名的活动、提过的心愿、反映的问题，都会在这儿',
  toActivities: '看看有什么活动',
  guest: { sentence: '登记了自己家，都在这儿看', detail: '约 1 分钟，不要身份证' },
  hidden: '这个活动撤下来了',
  said: (reason: string): string => `社区说：${reason}`,
  due: (day: string): string => `说好 ${day}前办好`,
  wanted: (day: string): string => `希望 ${day}前`,
  solved: '解决了吗？点开说一声',
  served: (minutes: string): string => `一共服务 ${minutes}`,
  sections: {
    activities: { title: '报名的活动', empty: '还没有报过名', action: '看看有什么活动' },
    wishes: { title: '心愿', empty: '还没有提过，也没有认领过', action: '去看我的心愿' },
    issues: { title: '反映的问题', empty: '还没有反映过', action: '去看我反映的' },
    hours: { title: '服务时长', empty: '还没有服务记录', action: '我的志愿服务' },
  },
} as const;

/** Where an offer to help stands, and what comes next; who helps already reads the hours. */
export const OWN_STANDING_WORDS: Readonly<Record<VolunteerState, string>> = {
  applied: '报名做志愿者，等社区看',
  returned: '报名做志愿者，社区请您改一改',
  approved: '',
  paused: '现在歇一阵，想回来就说一声',
  ended: '志愿者的身份已经结束，帮过的忙都记着',
};
