/** The steps of an issue's history as its reporter reads them. */

export const ISSUE_STEPS = [
  'report',
  'classify',
  'release',
  'assign',
  'start',
  'milestone',
  'answer',
  'extend',
  'confirm',
  'reopen',
  'close',
  'remind',
  'silence',
  'decline',
  'transfer',
  'merge',
  'hide',
] as const;
export type IssueStepName = (typeof ISSUE_STEPS)[number];

/** What happened, in words for who reported it. */
export const STEP_WORDS: Readonly<Record<IssueStepName, string>> = {
  report: '收到了您反映的问题',
  classify: '有人看过，分好类了',
  release: '已经放到公开的栏里',
  assign: '交给人去办了',
  start: '开始办了',
  milestone: '办好了一步',
  answer: '办的人回话了，请您看看解决了没有',
  extend: '要晚几天，日子改了',
  confirm: '您说解决了',
  reopen: '您说还没解决，重新办',
  close: '问过以后办结了',
  remind: '再问您一次：解决了吗',
  silence: '一直没问到，先记为未能回访',
  decline: '这件事办不了',
  transfer: '转给上级去办',
  merge: '和另一件是同一回事，并到一起办',
  hide: '不再公开显示',
};

/** The same steps for everybody else: whoever reads the board, or met the same, did not report it and is asked nothing. */
export const NEIGHBOUR_STEPS: Readonly<Record<IssueStepName, string>> = {
  ...STEP_WORDS,
  report: '有人反映了',
  answer: '办的人回话了',
  confirm: '反映的人说解决了',
  reopen: '反映的人说还没解决，重新办',
  remind: '又问了反映的人一次：解决了吗',
};
