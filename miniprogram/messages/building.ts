/** Words of the building head's page: states of doors and counts, nobody's answer. */
export const HEAD_WORDS = {
  left: (doors: number): string => `还差 ${doors} 户`,
  last: '快齐了，再等等最后几户',
  all: '都登记好了，谢谢你',
  waiting: (doors: number): string => `${doors} 户交了，等网格员确认`,
  asOf: (minute: string): string => `截至 ${minute}`,
  empty: '楼还没建好',
  emptyDetail: '请社区把楼建好',
  hint: '点一扇门，看这户到哪一步了',
  states: {
    missing: '还没填',
    pending: '交了，等网格员确认',
    filled: '填好了',
    verified: '填好了，也核实了',
    vacantGuess: '像是没人住',
    vacant: '现在没人住',
    inaccessible: '进不去',
    business: '商铺',
    notExist: '没有这一户',
    refused: '还没填',
  },
} as const;

export const HEAD_TABS = { wall: '我的楼' } as const;
