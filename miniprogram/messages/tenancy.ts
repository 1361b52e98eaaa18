/** Words for landlords who are asked, and for members whose registration moves. */
import type { LandlordAnswer, TenancyState } from '@domain/tenancy/tenancy-state';

/** What a landlord reads about a tenancy. */
export const ASKED_STATES: Readonly<Record<TenancyState, string>> = {
  unnamed: '等网格员问一问',
  asked: '等您回一声',
  overdue: '还没回，网格员会来问；您现在也可以回',
  confirmed: '您说是您的租户',
  disputed: '您说不是，网格员会去问',
  reportedOut: '您说搬走了，网格员会去看',
  refused: '网格员问过，不是租户',
  ended: '已经结束',
};

export const ASKED_WORDS = {
  hint: '租户登记时写了您。请您看看对不对，只看得到这几样',
  tenant: '租户',
  child: '未成年，不显示姓名',
  from: '从哪天起',
  until: '到哪天',
  contract: '合同',
  signed: '说签了',
  unsigned: '说没签',
  openEnd: '没说',
  dueOn: (day: string): string => `${day}前回一声；不回也没关系，网格员会去问`,
  yes: '是我的租户',
  no: '不是我的租户',
  movedOut: '已经搬走了',
  empty: '没有人说租了您的房子',
  emptyDetail: '租户登记时写了您的姓名和手机号，这里就会有',
  offline: '现在没网',
  offlineDetail: '连上网再点一次',
  again: '再试一次',
  toHome: '回到首页',
  lost: '先登记您自己的家，才能替租户回话',
  lostDetail: '我们用您登记的手机号认出房东',
} as const;

export const ANSWERED_WORDS: Readonly<Record<LandlordAnswer, string>> = {
  yes: '记下了，谢谢您',
  no: '记下了，网格员会去问一问',
  movedOut: '记下了，网格员会去看一看',
};

export const RESIDENCE_WORDS = {
  title: '家里人的户口在哪儿',
  hint: '每个人只算一次：住哪儿算哪儿的人，户口在哪儿算哪儿的户口',
  here: '户口在这儿',
  outside: '户口不在本街道',
  at: (place: string, day: string): string => `户口在 ${place}（${day}起）`,
  since: (day: string): string => `${day}起登记在这儿`,
  away: '不住这儿',
  change: '改户口在哪儿',
  toHere: '在这儿',
  toDoor: '在本街道另一户',
  toOutside: '不在本街道',
  whichCompound: '哪个小区',
  whichBuilding: '哪栋楼',
  whichDoor: '哪一户',
  searchHint: '写小区名字',
  save: '就改成这样',
  saved: '改好了，两边都跟着变了',
  keep: '先不改',
  moveOut: '我们搬走了',
  moveOutAsk: '哪天搬走的？',
  moveOutDetail: '登记会留下记录，这一户不再算人。以后搬回来再登记就行',
  moveOutDay: (day: string): string => `搬走的日子：${day}`,
  moveOutYes: '确定搬走了',
  movedOut: '记下了，祝您新家顺利',
  movedOutDetail: '这一户已经结束，历史还在',
  empty: '还没有登记的家',
  emptyDetail: '登记并确认以后，就能在这里改',
  toEntry: '去登记',
} as const;
