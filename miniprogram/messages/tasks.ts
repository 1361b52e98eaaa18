/** Words of the page of tasks. */
export const TASKS_WORDS = {
  empty: '没有要办的事',
  emptyDetail: '这页只排要再去的、要定的',
  overdue: (days: number): string => `晚了 ${days} 天`,
  today: '今天',
  until: (day: string): string => `${day}前`,
  agreed: (day: string, hour: string): string => `${day} ${hour}`.trim(),
  needless: '不用去了',
  needlessCall: '不用打了',
  decide: '去处理',
  move: '改时间',
  when: '改到什么时候',
  byCommunity: '由社区来定',
  byWorker: '由网格员来定',
  more: '再看一些',
  ask: '再有事要办，微信里告诉您一声？',
  issues: '交给我的问题',
  /** The plate is said again: the card it stood on is gone. */
  closed: (place: string, result: string): string => `记下了：${place}，${result}`,
  spoken: (result: string, place: string): string => `${result}，${place}`,
} as const;
