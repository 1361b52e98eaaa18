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
  share: '把卡片发到群里',
  askDoor: '问问这一户',
  findDoor: '有事找这一户',
  invite: '请家里人代填',
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

export const HELP_FILL_WORDS = {
  title: '先念给这一户听',
  aloud: (office: string, phone: string): readonly string[] => [
    `“${office}在登记家里的情况，有急事好找到您，办事少跑腿。”`,
    '“我只替您填一次，填完我就看不到了，网格员上门再和您核对。”',
    phone === '' ? '“不想登记，直接跟我说就行。”' : `“不想登记，跟我说，或者打 ${phone}。”`,
  ],
  notice: '全部说明念一遍',
  consent: '念过了，这一户当面同意登记',
  name: '您的姓名',
  nameHint: '会记下是您替他们填的',
  relation: '您是户主的什么人',
  neighbour: '邻居',
  minutes: '从点下面这里起，有 15 分钟。时间到了，填过的还在',
  start: '开始替这一户填',
  goOn: '接着填',
  running: '这一户填到一半，还在时间里',
  over: '时间到了，内容还在。再问一声就能接着填',
  missing: '请写上您的姓名，再点一下您是户主的什么人',
} as const;

export const HEAD_TABS = { wall: '我的楼', remind: '提醒' } as const;

/** Words painted on pictures: figures and thanks, nobody's door. */
export const PICTURE_WORDS = {
  progress: '登记进度',
  almost: '快齐了',
  all: '都登记好了',
  effort: '约 1 分钟，不要身份证',
  thanks: '谢谢大家',
  plainTitle: '登记我家，约 1 分钟',
} as const;

export const REMIND_WORDS = {
  title: '发到群里',
  hint: '卡片和文字里只有数，没有哪一户，也没有人名',
  share: '把卡片发到群里',
  copy: '复制提醒的话',
  copied: '复制好了，到群里长按就能贴上',
  notCopied: '没有复制，上面的字可以长按选中',
  again: '再复制一次',
  tooSoon: '今天提醒过了，明天再说一次就好',
  night: '现在是晚上，明天 8 点以后再提醒',
  all: '都登记好了，谢谢你',
  poster: '看看完成的海报',
  groups: '看看多少人点开了',
  noGroups: '还没记下哪个群。从群里点开卡片，按一下“是这栋楼的群”就记下了',
  group: (day: string): string => `${day}记下的群`,
  reach: (people: number): string => `${people} 人点开过`,
  untie: '不再记这个群',
  untied: '好的，不记了',
  privacyTitle: '把这段话复制到微信的剪贴板？',
  privacyAgree: '同意，复制',
  privacyLines: ['只写进去，不看您剪贴板里的内容', '只在您点复制的时候'],
} as const;

export const UNFILLED_WORDS = {
  open: '看还没填的',
  hint: '点一户，可以提醒，也可以说说住没住人',
  none: '都填好了',
  noneDetail: '没有要提醒的',
  more: '再看一些',
  state: '还没填',
} as const;

export const HEAD_DOOR_WORDS = {
  remind: '提醒这一户',
  remindHint: '一天最多一次，一共三次。用过小程序的人家会收到，没用过的，见面说一声',
  reminded: '记下了。用过小程序的人家会收到一条，没用过的，见面说一声就好',
  tooSoon: '今天提醒过了，明天再说',
  enough: '提醒过三次了，见面说一声就好',
  night: '现在是晚上，明天 8 点以后再提醒',
  answered: '这一户刚刚填了',
  wish: '替这一户提一个心愿',
  wishHint: '缺一样小东西、想请人搭把手，本人同意就可以替他提',
  helpFill: '替这一户填',
  helpFillHint: '家里没有智能手机、当面请您帮忙的，可以替他们填',
  ask: '这套房住着人吗？',
  lives: { yes: '住着人', no: '没住人', unsure: '拿不准' },
  saidYes: '记下了，谢谢',
  asked: '记下了，网格员会去看看，登记不会变',
  revealHint: '这一户说过楼长可以打电话，才看得到',
  reveal: '看这一户的电话',
  revealTitle: '为什么要打电话',
  revealSentence: '住户能看到楼长看过电话、为什么看',
  revealReasons: ['漏水、断电要找人', '楼里有事要通知', '住户请我帮忙'],
  revealYes: '看电话',
  phoneSoon: '一分钟后自动遮住',
  call: '打电话',
  notAllowed: '这一户没说楼长可以打电话，见面说一声就好',
} as const;
