/** Words that every staff page shares: faces, times, the bar. */
export const STAFF_WORDS = {
  again: '再试一次',
  /** Where nothing went wrong and there is only nothing yet. */
  look: '看看有没有新的',
  problem: '刚才没打开，点“再试一次”',
  offline: '现在没网，连上网再看',
  offlineKept: '现在没网，这一页还没看过',
  offlineKeptDetail: '连上网打开一次，以后没网也能看',
  stale: (moment: string): string => `现在没网，这是 ${moment} 的`,
  /** A network that answers nothing: whether there is one, the phone does not know. */
  staleUnanswered: (moment: string): string => `刚才没连上，这是 ${moment} 的`,
  denied: (roles: string): string => `这里要${roles}才能看`,
  deniedDetail: '在“我的”里换一个身份。要接着用，请联系社区',
  toMy: '去“我的”',
  ready: {
    pledge: { sentence: '先签保密承诺，再看', action: '去签承诺' },
    device: { sentence: '这台手机还没绑定', action: '绑定这台手机' },
    pin: { sentence: '15 分钟没用了，输一下口令', action: '输口令' },
  },
  lost: '没找到，可能不在您的网格里',
  lostDetail: '问问社区，这里归谁管',
  back: '返回',
  my: '我的',
  door: (label: string): string => `${label} 室`,
} as const;

/** A door's state as a neighbour says it. */
export const DOOR_STATE_WORDS: Readonly<Record<string, string>> = {
  missing: '还没填',
  pending: '已交，等您确认',
  filled: '已填',
  verified: '已核实',
  vacantGuess: '像是没人住',
  vacant: '这套房现在没人住',
  refused: '上次没答应登记',
  inaccessible: '进不去',
  notExist: '没有这一户',
  business: '商铺',
};

/** 楼 for a building without units, 商铺 where shops and basements stand in a wall of their own. */
export const unitName = (label: string, rooms: readonly string[]): string => {
  if (label !== '') return label;
  if (rooms.every((room) => /^S\d/.test(room))) return '商铺';
  return rooms.every((room) => /^[SB]\d/.test(room)) ? '商铺和地下室' : '整栋';
};

/** What stands on a window: shops and basements lose their letter. */
export const roomName = (room: string): string => room.replace(/^S(?=\d)/, '铺').replace(/^B(?=\d)/, '地下');
