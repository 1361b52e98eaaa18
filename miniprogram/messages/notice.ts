/** Words of notices: as everybody reads them, and as they are written. */
import type { NoticeState } from '@domain/notice/notice-state';

export const NOTICE_WORDS = {
  empty: '还没有通知',
  emptyDetail: '发给您这儿的通知，都会放在这里',
  important: '重要',
  toList: '看全部通知',
  lost: '这条通知已经撤下，或过了日子',
  lostDetail: '想问清楚，打社区电话就行',
  more: '再看一些',
  from: (ground: string, day: string): string => `发给${ground} · ${day}`,
  until: (day: string): string => `挂到${day}`,
} as const;

export const NOTICE_STATE_WORDS: Readonly<Record<NoticeState, string>> = {
  review: '等人看过再发',
  published: '已发出',
  returned: '请改一改',
  ended: '已到期',
  hidden: '已撤下',
};

export const NOTICE_EDIT_WORDS = {
  entry: '写通知、看送达',
  write: '写一条通知',
  sent: '写过的通知',
  none: '还没有写过通知',
  untitled: '还没有发布的一条',
  where: '发给谁',
  here: (name: string): string => `发给${name}`,
  deeper: '只发给里面的一处',
  up: '回到上一级',
  title: '标题',
  titleHint: '一行说清楚是什么事、哪一天',
  body: '正文',
  bodyHint: '写时间、地点、要带什么。别写谁家的电话和门牌。',
  kind: '要紧吗',
  kinds: [
    { value: 'plain', label: '一般的' },
    { value: 'important', label: '要紧，没看到的上门说' },
  ],
  endsOn: (day: string): string => `挂到 ${day}，点这里改`,
  endsOnTitle: '挂到哪一天',
  send: '交去检查',
  saved: '交上去了。机器看过以后，到发布台放行才会发出去。',
  handedIn: '交上去了。机器看过以后，社区放行才会发出去。',
  whichBuilding: '发给哪栋楼？',
  buildings: '点一栋你的楼',
  returned: (reason: string): string => `请改一改：${reason}`,
  change: '改一改',
  look: '看送到多少，改一改',
  keep: '先不写了',
  toDesk: '去发布台',
  reach: '送到多少',
  reachNone: '还没有送到谁，一分钟后再看',
  reachOn: '还在送，过一会儿再看',
  reached: (reached: number, read: number): string => `送到 ${reached} 个人，${read} 个看过`,
  unread: (name: string): string => `${name}没看到的门`,
  unreadNone: '这栋楼都看到了',
  more: '再看一些',
} as const;
