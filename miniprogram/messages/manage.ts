/** Words of the pages of community and street. */
import type { ExportKind, ExportState } from '@domain/export/export-state';
import type { Role } from '@domain/identity/role';
import { STAFF_WORDS } from './staff';

export const OVERVIEW_WORDS = {
  empty: '还没开始',
  emptyDetail: '楼建好、有人登记以后，这里就有数',
  waiting: '待确认',
  vacant: '空置',
  people: '人数',
  below: {
    street: (count: number): string => `${count} 个社区`,
    community: (count: number): string => `${count} 个小区`,
    compound: (count: number): string => `${count} 栋楼`,
  },
  up: (name: string): string => `回到${name}`,
  build: '在这个小区建楼',
  export: '导出这里的表',
  more: (count: number): string => `再看 ${count} 个`,
  waitingHere: (doors: number): string => `${doors} 户等确认`,
  noBuildings: '这个小区还没建楼',
} as const;

export const SKELETON_WORDS = {
  pickCompound: '在哪个小区建楼',
  search: '写小区名字，或拼音的第一个字母',
  noCompounds: '没有这个名字的小区，换个字试试',
  notYours: '这个小区不归你管，换一个',
  label: '楼号',
  labelHint: '写数字或字母就行，比如 3 或 A2',
  zone: '期区',
  zoneHint: '有就写成 2期、B区',
  kind: '什么样的楼',
  kinds: { tower: '有楼层', row: '平房一排', single: '独门独院' },
  units: '几个单元',
  unitsUnit: '个',
  unitNumbers: '门牌上写单元吗',
  hasUnits: '写单元',
  noUnits: '不写单元',
  floors: '几层',
  floorsUnit: '层',
  rooms: '每层几户',
  roomsRow: '一排几户',
  pattern: '房号怎么写',
  patterns: { plain: '301', dash: '3-1', unit: '1301' },
  gaps: '楼层都连着吗',
  noGaps: '都连着',
  hasGaps: '有跳过、改名的',
  skip: '跳过哪几层',
  skipHint: '用顿号隔开，比如 4、14',
  renamed: '哪几层改了名',
  renamedHint: '4 层写成 3A，就填 4=3A',
  shops: '底商',
  basements: '地下室',
  doorUnit: '户',
  grid: '归哪个网格',
  noGrids: '这个社区还没有网格，请街道先把网格加上',
  preview: (units: number, doors: number): string =>
    units === 0 ? `会建 ${doors} 户` : `会建 ${units} 个单元、${doors} 户`,
  previewPart: '太大了，只画出一部分',
  previewHint: '照着楼看一遍，对了再建',
  save: '就这样，建楼',
  labelMissing: '先写楼号',
  gridMissing: '先选归哪个网格',
  saving: '正在建',
  saved: (building: string, doors: number): string => `${building}建好了，${doors} 户`,
  savedDetail: '少一户多一户，点进去一户一户改',
  again: '再建一栋',
  openDoors: '看看门牌，改一两户',
  taken: '这个小区已经有这栋楼了，换个楼号',
  skipWrong: '跳过的楼层写数字，用顿号隔开',
  renamedWrong: '改名写成 4=3A 这样',
  otherCompound: '换一个小区',
} as const;

export const DOORS_WORDS = {
  hint: '点一户可以去掉',
  removeAsk: (door: string): string => `去掉 ${door}？`,
  removeDetail: '有人登记过的去不掉。去掉的房号以后不再用',
  removeYes: '去掉',
  removed: (door: string): string => `${door} 去掉了`,
  hasPeople: (door: string): string => `${door} 有人登记过，去不掉`,
  addTitle: '加一户',
  unit: '加在哪个单元',
  room: '房号',
  roomHint: '照门牌写，比如 703',
  floor: '第几层',
  add: '加上',
  added: (room: string): string => `${room} 加上了`,
  twin: '这个单元已经有这个房号',
  roomMissing: '写一下房号',
  stickers: '门贴和门码',
  empty: '这栋楼还没有门',
} as const;

const KINDS: Readonly<Record<ExportKind, string>> = {
  compoundTable: '一个小区一张表',
  householdCard: '一户一档',
  doorCard: '一房一档',
};

const STATES: Readonly<Record<ExportState, string>> = {
  requested: '等另一位管理员同意',
  refused: '没同意',
  approved: '正在做',
  ready: '做好了，可以打开',
  gone: '已经删掉了',
  failed: '没做成，请重新申请',
};

export const EXPORT_WORDS = {
  title: '导出',
  kinds: KINDS,
  states: STATES,
  empty: '还没有导出过',
  emptyDetail: '点“要一份表”，另一位管理员同意后就能打开',
  ask: '要一份表',
  askTitle: '要哪一种',
  area: '哪里的',
  whole: (name: string): string => `整个${name}`,
  up: (name: string): string => `回到${name}`,
  clearTitle: '名字和电话',
  masked: '遮住的',
  maskedHint: '王*明，138****1234',
  clear: '看全的',
  clearHint: '一次一个小区，最多 2500 行',
  reasonTitle: '做什么用',
  reasonSentence: '同意的人和住户都能看到这句话',
  reasons: ['上级要的表', '核对登记', '上门走访用'],
  send: '送去等同意',
  sent: '送出去了，等另一位管理员同意',
  later: '先不要',
  open: '打开',
  opening: '正在取',
  opened: '打开后点右上角，存到电脑或发给自己',
  savedYes: '已存好，删掉服务器上的',
  gone: '服务器上的删掉了',
  approve: '同意',
  refuse: '不同意',
  refuseTitle: '为什么不同意',
  refuseSentence: '要表的人会看到',
  refuseReasons: ['用途没说清楚', '遮住的就够用', '这份表已经有了'],
  approved: '同意了，正在做',
  refused: '退回去了',
  progress: (done: number, parts: number): string =>
    parts === 0 ? '排队中' : `做到第 ${done}/${parts} 个小区`,
  rows: (rows: number): string => `${rows} 行`,
  asOf: (moment: string): string => `数据截至 ${moment}`,
  expires: (moment: string): string => `${moment} 前有效`,
  asked: (moment: string): string => `${moment} 要的`,
  mine: '我要的',
  clearMark: '看全的',
  notFetched: '没取回来，再点一次',
  notShown: '取回来了，可是打不开，换台手机试试',
  more: '再看一些',
} as const;

export const VERIFY_WORDS = {
  title: '核验',
  sentence: '每一次查看和改动都连成一条链，谁也改不了、删不掉',
  start: '从头验一遍',
  running: (done: number, all: number): string => `正在验第 ${done}/${all} 条链`,
  intact: '都是完整的，没人动过',
  intactDetail: (records: number, links: number): string => `共 ${records} 条记录，${links} 个环节`,
  broken: '有一处对不上',
  brokenDetail: (chain: number, seq: number): string =>
    `第 ${chain} 条链，第 ${seq} 个环节。先别动，请信息中心来看`,
  stopped: '验到一半停了',
  again: '再验一遍',
} as const;

interface BarItem {
  key: string;
  label: string;
  icon: string;
}

const OVERVIEW: BarItem = { key: 'overview', label: '总览', icon: 'chart' };
const SKELETON: BarItem = { key: 'skeleton', label: '建楼', icon: 'building' };
const EXPORTS: BarItem = { key: 'exports', label: EXPORT_WORDS.title, icon: 'file' };
const VERIFY: BarItem = { key: 'verify', label: VERIFY_WORDS.title, icon: 'shield' };
const MY: BarItem = { key: 'my', label: STAFF_WORDS.my, icon: 'person' };

/** The bar shows what the role may use, and nothing else. */
export const MANAGE_BARS: Readonly<Partial<Record<Role, readonly BarItem[]>>> = {
  CA: [OVERVIEW, SKELETON, EXPORTS, MY],
  SA: [OVERVIEW, SKELETON, EXPORTS, VERIFY, MY],
  AU: [VERIFY, OVERVIEW, EXPORTS, MY],
};
