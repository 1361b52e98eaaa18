/** Words of the page on which activities are made and kept. */
import type { ActivityState } from '@domain/activity/activity-state';
import type { Phase } from '@domain/activity/places';

export const ACTIVITY_EDIT_WORDS = {
  entry: '办活动、看报名',
  make: '办一个活动',
  show: '看哪些',
  shows: [
    { value: 'published', label: '已发布' },
    { value: 'checking', label: '等人看' },
    { value: 'returned', label: '请改一改' },
    { value: 'over', label: '结束了' },
    { value: 'cancelled', label: '取消了' },
    { value: 'hidden', label: '撤下了' },
  ],
  list: '活动',
  none: '这里没有活动',
  untitled: '还没发布的一个',
  more: '再看一些',
  community: '哪个社区办',
  title: '名称',
  titleHint: '一行说清楚做什么，比如“周六清洁日”',
  place: '在哪儿集合',
  body: '还要说的',
  bodyHint: '要带什么、怎么分工。别写谁家的电话和门牌。',
  day: (words: string): string => `${words}，点这里改日子`,
  dayTitle: '哪一天',
  start: (minute: string): string => `${minute} 开始，点这里改`,
  startTitle: '几点开始',
  end: (minute: string): string => `${minute} 结束，点这里改`,
  endTitle: '几点结束',
  closing: '报名到什么时候',
  closings: [
    { value: '1', label: '开始前 1 小时' },
    { value: '24', label: '前一天' },
    { value: '0', label: '开始为止' },
  ],
  closingKept: '照原来的',
  capacity: '多少个名额',
  capacityHint: '满了以后按先后排队',
  allowance: '超过原定时间，最多再记多少',
  allowances: [
    { value: '0', label: '不加' },
    { value: '30', label: '30 分钟' },
    { value: '60', label: '1 小时' },
  ],
  askTeams: '请志愿队来带（可以不选）',
  team: '哪个志愿队带',
  noTeam: '不请队带',
  fixed: '已经发布或者有人报了名：时间不能改、名额只能加。要改时间，请取消后重发。',
  send: '交去检查',
  keep: '先放着',
  kept: '上次写了没交的，还在这儿，接着写就行。',
  afresh: '不要这些，重新写',
  communityMissing: '点一个社区',
  titleShort: '名称至少写两个字',
  placeShort: '集合的地方至少写两个字',
  endWrong: '结束要在开始之后',
  capacityWrong: '名额写 1 到 500 的数',
  saved: '交上去了。机器看过以后，到发布台放行，大家才能报名。',
  toDesk: '去发布台',
  change: '改一改',
  look: '看谁来，改一改',
  showCode: '我在现场，亮出签到码',
  when: '什么时候',
  where: '在哪儿',
  places: '名额',
  placesWords: (capacity: number, taken: number, waiting: number): string =>
    waiting === 0
      ? `${capacity} 个，报上 ${taken} 人`
      : `${capacity} 个，报上 ${taken} 人，排队 ${waiting} 人`,
  returned: (reason: string): string => `请改一改：${reason}`,
  people: '谁来',
  noPeople: '还没有人报名',
  stars: (count: number, average: number): string => `${count} 人评价，平均 ${average} 星`,
  noStars: '还没有人评价',
  cancel: '取消这个活动',
  cancelTitle: '取消这个活动？',
  cancelSentence: '报过名的人一分钟内都会收到消息，这次不记时长。取消以后不能再恢复。',
  cancelYes: '取消，告诉大家',
  cancelled: (title: string): string => `取消了：${title}。报过名的人一分钟内都会收到消息`,
} as const;

export const ACTIVITY_STATE_WORDS: Readonly<Record<ActivityState, string>> = {
  checking: '等人看过再发',
  returned: '请改一改',
  published: '已发布',
  hidden: '已撤下',
  cancelled: '已取消',
  over: '结束了',
};

export const ROSTER_PHASES: Readonly<Record<Phase, (number: number) => string>> = {
  placed: () => '报上了',
  offered: () => '有名额，等回话',
  waiting: (number) => `排队第 ${number} 位`,
  cancelled: () => '退掉了',
  lapsed: () => '没回话，让掉了',
};

export const ROSTER_WORDS = {
  came: (minute: string): string => `${minute} 到`,
  left: (minute: string): string => `${minute} 走`,
  minutes: (minutes: number): string => `记 ${minutes} 分钟`,
} as const;
