/** Words for whoever settles what people said of each other: tenancies, and records that may be one person. */
import type { LandlordAnswer, TenancyState } from '@domain/tenancy/tenancy-state';

/** The landlord's word, as a worker reads it. */
export const ANSWERED_BY_LANDLORD: Readonly<Record<LandlordAnswer, string>> = {
  yes: '是我的租户',
  no: '不是我的租户',
  movedOut: '已经搬走了',
};

/** What a worker reads about a tenancy. */
export const TENANCY_STATES_WORDS: Readonly<Record<TenancyState, string>> = {
  unnamed: '没找到房东，要问一问',
  asked: '等房东回话',
  overdue: '房东 7 天没回',
  confirmed: '租住已确认',
  disputed: '房东说不是租户',
  reportedOut: '房东说搬走了',
  refused: '核实不是租户',
  ended: '租住已结束',
};

export const SETTLE_WORDS = {
  hint: '租户照样算人，只是还没确认。去问一问，点一个结果',
  tenant: '租户',
  landlord: '房东',
  days: '租期',
  said: '房东的话',
  door: '看这一户',
  confirm: '是租户，没问题',
  refuse: '不是租户',
  movedOut: '已经搬走',
  ask: '换个号码问房东',
  askTitle: '房东的手机号',
  askHint: '对方要先用这个号码登记过自己的家',
  askYes: '请对方确认',
  asked: '已经请对方确认',
  notFound: '这个号码还没有登记过，请打电话问',
  moveOutTitle: '哪天搬走的？',
  moveOutYes: '确定搬走了',
  today: '今天',
  done: '记下了',
  empty: '没有要核实的租住',
  cancel: '先不',
  more: '再看一些',
  contract: '签了合同',
  noContract: '没签合同',
  minor: '未成年',
} as const;

export const DUPLICATE_WORDS = {
  hint: '核对好之前，这两户先不审核、不导出',
  left: '一处',
  right: '另一处',
  elsewhere: '另一处在别的网格，看不到',
  place: '哪一户',
  name: '姓名',
  facts: '性别年龄',
  relation: '是户主的',
  phone: '电话',
  lives: '住这儿',
  hukou: '户口在这儿',
  filled: '哪天填的',
  yes: '是',
  no: '否',
  joined: '合过来的',
  joinedFilled: (day: string): string => `${day}填的`,
  keepHere: '同一个人，留这一处',
  keepElsewhere: '同一个人，留另一处',
  keepLeft: '同一个人，留左边',
  keepRight: '同一个人，留右边',
  different: '是两个人',
  undo: '撤销，恢复原样',
  cannotDrop: '户主还带着家人，不能从那一户拿掉，请留那一边或先改登记',
  merged: '合好了，可以随时撤销',
  parted: '记下了，是两个人',
  undone: '两边都恢复成原来的样子',
  openTab: '要核对',
  mergedTab: '合过的',
  differentTab: '两个人',
  empty: '没有像登记了两次的人',
  emptyDetail: '新登记的每一分钟核对一次',
  emptyDecided: '还没有核对过的',
  more: '再看一些',
} as const;

export const COUNTED_WORDS = {
  hint: '户口在这儿、人不住这儿的，先查一查再决定问不问。不会告诉您在哪儿',
  name: '姓名',
  phone: '家里的手机号',
  gender: '性别',
  ageBand: '年龄',
  ask: '查一查',
  yes: '已在别处登记，不用再问',
  no: '没查到，按这一户登记',
  missing: '姓名、手机号、性别和年龄都要有',
} as const;
