/** Words of the pages of a team of volunteers. */

export const TEAM_WORDS = {
  members: (count: number): string => `${count} 位队员`,
  leader: '队长',
  leaderless: '队长不再做志愿者了，社区会请一位队员当队长',
  asking: '想加入的',
  approve: '同意',
  refuse: '这次不',
  done: { approve: '同意了，他会收到消息', refuse: '说好了' },
  private: '谁在队里，只有队员和社区看得到',
  invite: '请他参加队里的活动',
  inviteWhich: '哪一次活动',
  noActivities: '队里现在没有要来的活动',
  ask: '请他来',
  invited: '请了，他会收到消息',
  isInvited: '请过了',
  tasks: '队里的活动',
  leave: '退出这支队',
  leaveAsk: '退出以后，队里的活动就不会找您了。时长都在，想回来再报一次。',
  leaveYes: '退出',
  stay: '还在队里',
  lost: '没找到这支队',
  lostDetail: '可能解散了，或者您还不是队员',
  back: '回志愿者页',
  hours: '队里一共做了多久',
} as const;

export const TEAM_HOURS_WORDS = {
  sum: (minutes: string): string => `一共服务 ${minutes}`,
  private: '队员在队里的活动、替队认领的心愿里做的，算上了的才在这里。只有队长和社区看得到，不按人排',
  none: '队里还没有服务记录',
  noneDetail: '队里的活动签到、签退，或者替队认领的心愿圆了，就有了',
  former: '以前的队员',
  more: '再看一些',
} as const;
