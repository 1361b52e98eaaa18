/** What a person finds in the inbox: the truth about what happened, whether or not WeChat could send a message. */

/** Each kind is one sentence; `{place}` is a plate or what it is about, `{day}` a day in words, `{note}` a closed word of the
 * sender's side. */
export const MESSAGES = {
  formConfirmed: { title: '登记确认好了', body: '{place} 的登记，网格员已经确认。' },
  formReturned: { title: '登记退回来了', body: '{place} 的登记，网格员看过了，请再填一次。' },
  joinAsked: {
    title: '有人说也住您家',
    body: '{place}：{note}有人填表说也住这一户，点开说一声。说过的不用再说。',
  },
  joinAnswered: { title: '您填的那一户有回音了', body: '{place}：{note}' },
  doorReminder: { title: '您家还没登记', body: '{place} 还没登记，约 1 分钟就好。不方便可以打社区电话。' },
  spokenCode: {
    title: '请把 4 位口令告诉这一户',
    body: '{place}：口令 {note}。网格员上门时，这一户说出来就算确认。',
  },
  proxyConfirmed: { title: '您替填的确认好了', body: '{place}：您替这一户填的登记，已经当面确认。' },
  tenancyAsked: {
    title: '有租户登记了您的房子',
    body: '有人登记时写您是房东。请用写的那个手机号打开看看，{day} 前回一声就好。',
  },
  tenancyAnswered: { title: '房东回话了', body: '{place}：{note}' },
  tenancySettled: { title: '租住核实好了', body: '{note}' },
  workAssigned: { title: '有新的楼交给您', body: '{place} 从 {day} 起由您负责。{note}' },
  workMoved: { title: '有一处不用您去了', body: '{place} 从 {day} 起由别人负责。您记下的都还在，会交过去。' },
  recordHandedOver: { title: '收到一份交接的记录', body: '{place}：前一位同事离线时记的，已经交给您。' },
  recordAccepted: { title: '您离线记的收下了', body: '{place} 已经由别人负责，您记的交给了对方。' },
  seatSuspended: { title: '您的身份先停用了', body: '{place}：要接着用，请联系社区。' },
  seatGiven: { title: '您有了新身份', body: '{place}，到 {day}。' },
  seatsEnding: {
    title: '管理员快不够两位了',
    body: '{day}起，{place}的管理员不到两位，谁的身份都续不了。请现在就给接着干的人续上。',
  },
  seatTaken: { title: '您请的人到了', body: '{place} 的身份，对方已经领了。' },
  offerDecided: { title: '您要给的身份有回音了', body: '{place}：{note}' },
  deviceBound: {
    title: '绑定了一台手机',
    body: '{place} 的身份可以在 {note} 上用了。不是您本人，请马上告诉街道。',
  },
  volunteerApproved: {
    title: '您是志愿者了',
    body: '{place} 欢迎您。签一份保密承诺，就可以认领心愿、报名活动了。',
  },
  volunteerReturned: {
    title: '志愿者报名要改一改',
    body: '社区看过了您的报名，有一处想请您补充，点开就能看。',
  },
  volunteerMoved: { title: '您的志愿者身份有变动', body: '{place}：{note}。' },
  hoursDecided: { title: '志愿时长有回音了', body: '{day} {place}：{note}' },
  noticePublished: { title: '有一条新通知', body: '{place} 有一条新通知，点开就能看。' },
  contentReturned: { title: '您写的要改一改', body: '{place} 还没有发布：{note}' },
  contentHidden: { title: '您写的撤下了', body: '{place} 已经撤下：{note}' },
  activityPlace: {
    title: '活动轮到您了',
    body: '{place} 空出了一个名额，{day} 前点一下“我去”，过时让给后面的人。',
  },
  activityLapsed: { title: '活动名额让出去了', body: '{place} 的名额没等到您确认，已经让给后面的人。' },
  activityCancelled: { title: '活动取消了', body: '{day} 的 {place} 取消了，不用过去。这次不记时长。' },
  teamAnswered: { title: '志愿队有回音了', body: '{place}：{note}' },
  teamShare: {
    title: '队长认领了一个心愿',
    body: '{place}：您分摊 {note} 元的东西，队长会和您约时间。钱不经过这里。',
  },
  teamTask: { title: '队长请您参加活动', body: '{place}：{day}。点进去报名。' },
  issueMoved: { title: '您反映的问题有进展', body: '{place}：{note}。' },
  issueAnswered: { title: '办好了吗？请您说一声', body: '{place}：{note}。' },
  issueAsked: { title: '再问您一声：解决了吗', body: '{place}：{day} 前说一声就好，没解决会重新办。{note}' },
  issueFollowed: { title: '您也遇到的问题有进展', body: '{place}：{note}。' },
  issueGiven: { title: '有一个问题交给您', body: '{place}：{day} 前办。{note}' },
  issueReopened: { title: '反映人说还没解决', body: '{place}：请再看一看，重新交办。{note}' },
  exportReady: { title: '要的表做好了', body: '{place} 的表做好了：{note}。' },
  exportFailed: { title: '要的表没做成', body: '{place} 的表没做成：{note}。' },
  taskGiven: { title: '有一件事等您办', body: '{place}：{note}' },
  giftMoved: { title: '捐赠架上有新进展', body: '{place}服务台的一件东西：{note}' },
  wishMoved: { title: '心愿有了新进展', body: '{place}的一个心愿：{note}' },
  wishCode: {
    title: '心愿的 4 位口令',
    body: '{place}的一个心愿：口令 {note}',
  },
  wishReminder: {
    title: '您认领的心愿还等着',
    body: '{place}的一个心愿，好几天没动静了。{day} 前打个电话或说一声，不然会让给别人。',
  },
} as const;

export type MessageKind = keyof typeof MESSAGES;

/** The words that fill a sentence's places; a place that a kind does not have is ignored. */
export interface MessageValues {
  readonly place: string;
  readonly day?: string;
  readonly note?: string;
}

/** Title and sentence of a message as the inbox shows them. */
export function messageWords(kind: MessageKind, values: MessageValues): { title: string; body: string } {
  const { title, body } = MESSAGES[kind];
  const { place, day = '', note = '' } = values;
  return { title, body: body.replace('{place}', place).replace('{day}', day).replace('{note}', note) };
}
