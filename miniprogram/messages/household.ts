/** Words of 我家, of who joins it and of the privacy page. */
import type { HouseholdState } from '@domain/census/household';
import { DONE_WORDS } from './census';

export const HOUSEHOLD_STATE_WORDS: Readonly<Record<HouseholdState, string>> = {
  untouched: '还没有登记',
  touched: '还没有登记',
  draft: '还没填完',
  submitted: '已登记，社区会看一遍',
  inReview: '社区正在看',
  returned: '有一处要您改一下',
  approved: '登记好了',
  changing: '正在更新',
  closed: '已经不再登记',
};

export const HOUSEHOLD_WORDS = {
  title: '存着的信息',
  filledOn: (day: string): string => `${day}填的`,
  again: '再试一次',
  offline: '现在没网，连上再看',
  offlineDetail: '您家的信息不存在手机里',
  empty: '还没有登记',
  emptyDetail: '约 1 分钟，不要身份证',
  toEntry: '去登记',
  waiting: '已交，等网格员确认',
  submitted: '网格员核对好了，重新进一次就能看到',
  returned: DONE_WORDS.returned,
  over: DONE_WORDS.over,
  settled: {
    family: '家里人确认好了',
    bed: '登记好了',
    other: '登记好了',
  },
  settledDetail: {
    family: '这是家里人的登记，您这里不显示',
    bed: '集体户的内容不在手机上看',
    other: '这一户的内容不在您手机上看',
  },
  closed: DONE_WORDS.closed,
  queued: '已存好，有网自动交',
  same: '和上次一样，没有变',
  sameDone: '记下了，谢谢您',
  correct: '改一改',
  looks: '谁看过我家的信息',
  show: '看一看',
  noLooks: '还没有人看过',
  moreLooks: '再看一些',
  residence: '户口在哪儿、搬走了',
  asked: '谁租了我的房子',
  tenancy: {
    asked: '租住等房东或网格员确认',
    confirmed: '房东确认过了',
    settled: '网格员核实过，是租户',
    others: '租住等网格员核实',
  },
  withdraw: '撤回同意',
  withdrawAsk: '撤回同意吗？',
  withdrawDetail: '电话和车牌马上删掉，您家不再出现在表里。以后还能重新登记',
  withdrawYes: '撤回',
  withdrawNo: '先不',
  withdrawn: (day: string): string => `${day}已撤回，电话和车牌删掉了`,
  waitingOutbox: '已存好，有网自动办',
} as const;

/** What happened to a household's file, as a neighbour says it. */
const ACTS: Readonly<Record<string, string>> = {
  'form.submit': '交了登记',
  'form.readOwn': '交上去以后，自己打开看过',
  'form.confirm': '核对了登记',
  'household.read': '看了登记，电话是遮住的',
  'form.syncBatch': '上门登记，回来后交的',
  'task.download': '带着出门走访，电话是遮住的',
  'conflict.list': '看了两种不一样的说法',
  'conflict.decide': '两种说法里选了一个',
  'household.confirm': '说和上次一样',
  'consent.withdraw': '撤回了同意',
  'person.revealPhone': '看了电话',
  'person.revealId': '看了证件号码',
  'tenancy.answer': '以房东身份回了话',
  'tenancy.decide': '核实了租住',
  'wish.create': '提了一个心愿',
  'wish.createFor': '替您家提了一个心愿',
  'wish.queue': '核实了您家的心愿',
  'wish.contact': '看了心愿留的联系方式',
  'wish.revealPhone': '看了心愿留的电话',
  'household.moveInOut': '登记了搬走',
  'person.editResidence': '改了户口在哪儿',
  'duplicate.list': '核对了是不是登记了两次',
  'duplicate.decide': '处理了登记两次的事',
};
/** A file holds everybody of its place; what of them, its fields say. */
const EXPORTED = {
  clear: '取走了整份登记表，名字、电话都在上面',
  masked: '取走了整份登记表，名字、电话是遮住的',
};

export function actWords(action: string, fields: readonly string[] = []): string {
  if (action === 'export.download') return EXPORTED[fields.includes('clear') ? 'clear' : 'masked'];
  return ACTS[action] ?? '看了登记';
}

export const PRIVACY_WORDS = {
  title: '您的信息怎么用',
  who: '谁在问',
  officer: '负责人',
  officerDetail: (phone: string): string => `打 ${phone} 就能找到`,
  fields: '每一项为了什么、存多久',
  never: '从来不要',
  neverText: '身份证照片、银行卡、验证码、钱；宗教、政治、婚姻、收入、病情也都不问',
  rights: '您随时可以',
  rightsText: '看、改、撤回，都在“我的 · 我家的信息”里，三下就到',
  versions: '版本',
  terms: (retention: string, roles: string): string => `${retention}。能看到的：${roles}`,
  version: (version: string): string => `说明第 ${version} 版`,
  form: (version: string): string => `登记表第 ${version} 版`,
} as const;

/** What became elsewhere of a form that waits, or of a draft. */
export const RESUME_WORDS = {
  notice: '登记的说明更新过',
  noticeDetail: '看一眼再接着改。交上去，就是同意现在的说明',
  agree: '我看过了，接着改',
  readNotice: '看完整的说明',
  already: '这一户您已经交过一份',
  alreadyDetail: '还没核对。这部手机上的接着改，交上去就换掉那份',
  replaced: '这一份在别的手机上改过了',
  replacedDetail: '您在这部手机上改的也还在',
  goOn: '接着改这一份',
  newest: '去改最新的那份',
  handedIn: '这一份已经交上去了',
  handedInDetail: '不用再填',
  toInvitation: '看看到哪一步了',
  confirmed: '网格员已经核对好了',
  confirmedTyped: '您改的都还在，接着改，再交一次就好',
  confirmedDetail: '要改，到“我家的信息”里点“改一改”',
  correct: '接着改',
  toHousehold: '看我家的信息',
  letGo: '不改了，看我家的信息',
  settledDetail: '要改什么，跟网格员说，或者打社区电话',
  returned: DONE_WORDS.returned,
  returnedDetail: '再填一次，或者打社区电话问一声',
  returnedTyped: '您填的都还在。扫一下门上的码，接着交',
  toEntry: '去登记',
  over: '那一份放久了，已经删掉',
  aloud: '这一份是照这户人说的填的',
  aloudDetail: '要改，等网格员上门时当面说',
  gone: '没找到这一份',
  goneDetail: '可能是用别的微信交的',
  offline: '现在没网，连上再改',
  offlineDetail: '交上去的还在，没有变',
  again: '再试一次',
  home: '回首页',
} as const;

/** Somebody filled in the door of a registered household. */
export const JOIN_WORDS = {
  ask: '是您家的人吗？',
  who: (name: string, day: string): string =>
    name === '' ? `${day}，有人填表说也住这一户` : `${day}，${name} 填表说也住这一户`,
  quiet: '您怎么说，只有网格员知道。网格员还会再核实一次',
  ours: '是我家的人',
  notOurs: '不是我家的人',
  said: {
    ours: '记下了，网格员核实后就好',
    notOurs: '记下了，网格员会去问清楚',
    over: '这件事网格员已经办好了',
  },
  saidDetail: { ours: '您家的登记没有变', notOurs: '您家的登记没有变', over: '' },
  gone: '没找到这件事，可能已经办好了',
  offline: '现在没网，连上再看',
  again: '再试一次',
  home: '回首页',
} as const;
