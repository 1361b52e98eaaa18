/** Words of the inbox, and of the question whether WeChat may bring the next message. */
export const INBOX_WORDS = {
  title: '消息',
  empty: '没有消息',
  emptyDetail: '登记有了回音，会写在这里',
  fresh: '新',
  freshSpoken: '新消息',
  more: '再看一些',
  unread: (count: number): string => (count >= 100 ? '99 条以上没看' : `${count} 条没看`),
  waiting: (count: number): string => (count >= 100 ? '有 99 条以上新消息' : `有 ${count} 条新消息`),
  ask: '下次有回音，微信里告诉您一声？',
  askYes: '告诉我一声',
  allowed: '好，下一条微信里也告诉您',
  refused: '没关系，消息都在这里，随时能看',
} as const;
