/** Words of activities, for residents and volunteers. */
import type { Phase } from '@domain/activity/places';

export const ACTIVITY_WORDS = {
  empty: '这几天没有活动',
  emptyDetail: '有新活动会放在这里',
  again: '再看看',
  more: '再看一些',
  left: (count: number): string => `还有 ${count} 个名额`,
  full: (waiting: number): string => (waiting === 0 ? '名额满了，可以排队' : `名额满了，${waiting} 人在排队`),
  place: '在哪儿',
  time: '什么时候',
  closes: '报名到',
  team: '谁组织',
  places: '名额',
  signup: '我要报名',
  queue: '名额满了，我排队',
  who: '谁去？',
  whoHint: '用您家登记过的名字和电话，点谁就是谁；不用也行',
  typed: '不用登记的，自己写',
  name: '姓名',
  phone: '手机号',
  isAdult: '参加的人满 18 岁了吗？',
  adult: '满了',
  minor: '没满',
  guardian: '孩子的家长或监护人姓名（同意孩子参加）',
  child: '未满 18 岁',
  send: '报名',
  back: '先不报了',
  accept: '我去',
  acceptUntil: (moment: string): string => `给您留到 ${moment}，过时让给后面的人`,
  cancel: '去不了，退掉',
  showCode: '我在现场，亮出签到码',
  checkin: '签到',
  checkout: '签退',
  inside: (moment: string): string => `${moment} 签到了，走的时候别忘签退`,
  served: (words: string): string => `这次 ${words}`,
  rate: '这次活动怎么样？',
  thanks: '记下了，谢谢您',
  needSeat: '登记过的居民和志愿者可以报名',
  needSeatDetail: '先把家里登记好，或打社区电话报名',
  cancelled: '这个活动取消了，不用过去',
  over: '这个活动结束了',
  lost: '没找到这个活动',
  lostDetail: '可能已经撤下，看看别的活动',
} as const;

/** At the place: coming and going. */
export const CHECK_IN_WORDS = {
  here: '您到了吗？',
  how: '扫一下组织人手机上的码；扫不了，填码下面的 6 位数。码半分钟换一次。',
  inside: (minute: string): string => `${minute} 签到了`,
  most: (words: string): string => `走的时候再来这里签退。这次最多记 ${words}。`,
  gone: (minute: string): string => `${minute} 签退了`,
  settled: '没有签退，按原定的结束时间算',
  served: (words: string): string => `这次服务 ${words}，记在您的时长里了。`,
  attended: (words: string): string => `这次来了 ${words}，谢谢您。`,
  scan: { checkin: '扫码签到', checkout: '扫码签退' },
  code: '或者填 6 位数',
  sixDigits: '签到码是 6 位数，您看看是不是少了一位',
  foreign: '这不是这个活动的码，请扫组织人手机上的那张',
  notPlaced: '您在这个活动里还没有名额',
  notPlacedDetail: '先报名，报上了才能签到',
  early: '还没到签到的时候',
  earlyDetail: (moment: string): string => `${moment} 开始，提前半小时可以签到`,
  overDetail: '没签退的，按原定的结束时间算，不用补',
  rate: '说说这次活动怎么样',
  toActivity: '看这个活动',
  toActivities: '看别的活动',
} as const;

/** The organiser's phone at the place. */
export const CHECK_DESK_WORDS = {
  open: '您在现场吗？',
  openDetail: '亮出签到码，就是您替来的人作证。您自己的签到，要请另一位组织的人亮码。',
  start: '我在现场，亮码',
  picture: '签到码',
  hint: '来的、走的，都扫这个码或填这 6 位数。码半分钟换一次。',
  spoken: (code: string): string => `签到码 ${Array.from(code).join(' ')}`,
  count: (inside: number, expected: number): string => `现在在场 ${inside} 人，报上名的 ${expected} 人`,
  stale: '现在没网，这个码可能过了时间，连上网会自己换',
  denied: '这个活动的签到码，由带队的人或社区来亮',
  deniedDetail: '您是来参加的？点下面签到。',
  notYet: '这个活动还没发布，没有签到码',
  toActivity: '看这个活动',
} as const;

export const PHASE_WORDS: Readonly<Record<Phase, (number: number) => string>> = {
  placed: () => '报上了，到时候见',
  offered: () => '轮到您了，去不去？',
  waiting: (number) => `排队第 ${number} 位，有名额就告诉您`,
  cancelled: () => '已经退掉了，还可以再报',
  lapsed: () => '没等到您确认，名额让给了后面的人，可以再报',
};

/** Best first. */
export const ACTIVITY_STARS = [
  { value: '5', label: '很好' },
  { value: '4', label: '好' },
  { value: '3', label: '一般' },
  { value: '2', label: '不太好' },
  { value: '1', label: '不好' },
];
