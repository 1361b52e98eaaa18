/** Words of 我的. */

export const MY_WORDS = {
  visitor: '您还没有登记',
  visitorDetail: '登记好了，这里能看到您家的信息',
  sender: '您填过登记表',
  senderDetail: '到哪一步了，点“我家的信息”看',
  home: '我家的信息',
  seats: '用哪个身份',
  until: (day: string): string => `到 ${day}`,
  toDo: { pledge: '先签保密承诺', device: '先绑定这台手机' },
  workspace: (role: string): string => `去${role}的页面`,
  largeTitle: '字的大小',
  normal: '普通',
  large: '大字',
  themeTitle: '颜色',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  sendTitle: '等着交的',
  privacy: '您的信息怎么用',
  help: '怎么填，看四张图',
  practice: '练习楼和五道题',
  practiceOpen: '还没通过',
  practicePassed: (day: string): string => `${day}通过`,
} as const;
