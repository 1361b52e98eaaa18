/** Words of the tactic board and of the doors that are hardest to reach. */
import type { YieldGroup } from '@domain/work/tactic';

/** Two characters fit a column of a phone. */
const GROUPS: Readonly<Record<YieldGroup, string>> = {
  group: '群',
  code: '扫码',
  paper: '纸表',
  phone: '电话',
  visit: '上门',
  own: '自更',
};

export const TACTIC_WORDS = {
  groups: GROUPS,
  empty: '还没有数',
  emptyDetail: '楼建好、有人登记以后，过几分钟就有',
  title: '哪种办法收得多',
  note: '一户只数一次，按头一回是怎么来的；等确认的也在里面',
  day: '日子',
  sum: '一共',
  noDays: '还没有交上来的',
  asOf: (moment: string): string => `截至 ${moment}`,
  left: (doors: number): string => (doors === 0 ? '都有回音了' : `还有 ${doors} 户没有回音`),
  up: (name: string): string => `回到${name}`,
  communities: (count: number): string => `${count} 个社区`,
  compounds: '每个小区用哪些办法',
  grids: '您管的别的网格',
  noWays: '还没选办法',
  edit: '选办法',
  editTitle: (name: string): string => `${name}用哪些办法`,
  save: '就用这些',
  saving: '正在存',
  saved: '存好了',
  stale: '刚才有人改过，已换成新的，再选一次',
  later: '先不改',
  hard: '看最难敲开的 50 户',
} as const;

export const HARD_DOORS_WORDS = {
  empty: '没有难敲开的了',
  emptyDetail: '应采的门都有回音',
  title: '先难后易',
  note: '只看去过几次、多久没去，不看谁住在里面',
  attempts: (times: number): string => `去过 ${times} 次没结果`,
  refusals: (times: number): string => `说过不登记 ${times} 次`,
  tried: (day: string): string => `上次 ${day}`,
  never: '还没去过',
  hasTask: '已经有人去',
  nobody: '这个网格还没有网格员',
  otherWorker: '不归这位，换一位再选',
  worker: '交给谁',
  noWorkers: '这里的网格还没有网格员，先在“人员”里安排',
  due: '哪天前去',
  dueDays: { 1: '明天', 3: '3 天内', 7: '一周内' } as Readonly<Record<number, string>>,
  chooseAll: (doors: number): string => `全选 ${doors} 户`,
  chooseNone: '都不选',
  mine: (doors: number): string => `这位能去 ${doors} 户`,
  give: (doors: number): string => (doors === 0 ? '先选几户' : `把 ${doors} 户交出去`),
  giving: '正在交',
  given: (opened: number, leftOut: number): string =>
    leftOut === 0 ? `交出去 ${opened} 户` : `交出去 ${opened} 户，${leftOut} 户已经有回音或有人去`,
  more: (doors: number): string => `再看 ${doors} 户`,
} as const;
