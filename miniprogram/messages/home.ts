/** Words of the first page. */
export const HOME_WORDS = {
  scan: '扫门上的码，1 分钟登记',
  scanLarge: '扫门上的码登记',
  pick: '没带码，选房号',
  offline: '没有网也能填，有网了自动交上去',
  again: '再试一次',
  empty: '登记一下，有急事好找到您',
  emptyDetail: '约 1 分钟，不要身份证',
  bound: '我家已登记',
  openMine: '看看我家',
  merged: '您的登记合成一份了',
  draft: '有一份没填完',
  goOn: '接着填',
  waiting: '已交，等网格员确认',
  openReceipt: '看回执',
  settled: '登记确认好了',
  helped: '替家里填好了一份',
  openHelped: '看看到哪一步',
  queued: '已存好，有网自动交',
  refused: '有一份要您看一下',
  look: '看一下',
  closed: '这次登记结束了，谢谢您',
  large: '字太小？换成大字',
  small: '换回普通字',
  entries: '社区的事',
} as const;

/** The five ways into the life of the street; nobody signs in for them. */
export const HOME_ENTRIES = [
  { key: 'services', label: '办事', icon: 'file', url: '/packages/life/pages/services/services' },
  { key: 'learn', label: '学习', icon: 'book', url: '/packages/life/pages/learn/learn' },
  { key: 'activities', label: '活动', icon: 'friends', url: '/packages/life/pages/activities/activities' },
  { key: 'wishes', label: '心愿', icon: 'window', url: '/packages/life/pages/wishes/wishes' },
  { key: 'say', label: '反映问题', icon: 'notice', url: '/packages/life/pages/say/say' },
] as const;

/** What helps before the form is begun. */
export const HOME_LINKS = [
  { label: '四张图看懂怎么填', icon: 'book', url: '/packages/home/pages/help/help' },
  { label: '您的信息怎么用', icon: 'shield', url: '/packages/home/pages/privacy/privacy' },
] as const;
