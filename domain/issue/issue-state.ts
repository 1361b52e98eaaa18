/**
 * The machine of an issue. An event that a state does not list is refused. The reporter alone says that it is solved; the honest
 * ends (declined, transferred, merged) say what they are, and who does not answer is counted as not reached, never as satisfied.
 */
export const ISSUE_STATES = [
  'received',
  'classified',
  'assigned',
  'working',
  'answered',
  'unanswered',
  'reopened',
  'closed',
  'declined',
  'transferred',
  'merged',
] as const;
export type IssueState = (typeof ISSUE_STATES)[number];

export const ISSUE_EVENTS = [
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
  'silence',
  'decline',
  'transfer',
  'merge',
] as const;
export type IssueEvent = (typeof ISSUE_EVENTS)[number];

type Row = Partial<Record<IssueEvent, IssueState>>;

const HONEST_ENDS: Row = { decline: 'declined', transfer: 'transferred', merge: 'merged' };
const BY_REPORTER: Row = { confirm: 'closed', reopen: 'reopened', close: 'closed' };

const TRANSITIONS: Readonly<Record<IssueState, Row>> = {
  // Released while it is sorted, or at any later time before it ends.
  received: { classify: 'classified', release: 'classified', ...HONEST_ENDS },
  classified: { release: 'classified', assign: 'assigned', ...HONEST_ENDS },
  reopened: { release: 'reopened', assign: 'assigned', ...HONEST_ENDS },
  // Handed on to somebody else while nobody has answered.
  assigned: {
    release: 'assigned',
    assign: 'assigned',
    start: 'working',
    extend: 'assigned',
    ...HONEST_ENDS,
  },
  working: {
    release: 'working',
    assign: 'assigned',
    milestone: 'working',
    answer: 'answered',
    extend: 'working',
    ...HONEST_ENDS,
  },
  answered: { release: 'answered', ...BY_REPORTER, silence: 'unanswered', ...HONEST_ENDS },
  // A late word is still a word.
  unanswered: { release: 'unanswered', ...BY_REPORTER, ...HONEST_ENDS },
  closed: {},
  declined: {},
  transferred: {},
  merged: {},
};

/** The state after an event; undefined where it is refused. */
export function nextIssueState(state: IssueState, event: IssueEvent): IssueState | undefined {
  return TRANSITIONS[state][event];
}

/** Whose turn it is: the lists of the desk are cut by it. */
export const ISSUE_STAGES = ['review', 'assign', 'work', 'reporter', 'unanswered', 'ended'] as const;
export type IssueStage = (typeof ISSUE_STAGES)[number];

const STAGES: Readonly<Record<IssueState, IssueStage>> = {
  received: 'review',
  classified: 'assign',
  reopened: 'assign',
  assigned: 'work',
  working: 'work',
  answered: 'reporter',
  unanswered: 'unanswered',
  closed: 'ended',
  declined: 'ended',
  transferred: 'ended',
  merged: 'ended',
};

export function stageOf(state: IssueState): IssueStage {
  return STAGES[state];
}

/** As everybody reads it. */
export const ISSUE_STATE_WORDS: Readonly<Record<IssueState, string>> = {
  received: '已收',
  classified: '已分类',
  assigned: '已交办',
  working: '办理中',
  answered: '已答复',
  unanswered: '未能回访',
  reopened: '重办',
  closed: '办结',
  declined: '不能办',
  transferred: '转上级',
  merged: '并入',
};
