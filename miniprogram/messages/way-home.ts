/** Words for who wants to take part and has no home here yet. */
export const WAY_HOME_WORDS = {
  register: '先登记自己家',
  handedIn: '您家的登记已经交了，等网格员确认',
  handedInDetail: '确认了就能用',
  toReceipt: '看回执',
} as const;
