/** One issue for who handles it: what was said, what was promised, every step, and what may be done next. */
import { plateWords } from '@domain/area/plate';
import type { OpenedIssue } from '@domain/contract/issue';
import { aspectWords } from '@domain/issue/categories';
import { hasOpenMilestone } from '@domain/issue/issue';
import { ISSUE_STATE_WORDS, type IssueStage } from '@domain/issue/issue-state';
import type { Role } from '@domain/identity/role';
import { dayWords } from '@domain/kernel/day';
import { DESK_STEPS, stepLines, type StepLine } from '../../../../messages/issue-steps';
import { ISSUE_WORK_WORDS, LEDGER_WORDS } from '../../../../messages/ledger';
import { CONTENT, type FaceView } from '../../../../services/staff-page';
import { othersOf, type Other } from './acts';

interface PlanStep {
  key: number;
  words: string;
  mayReach: boolean;
}

/** What is at hand: sorting it, giving it to somebody, working on it, asking back by phone. */
type Turn = 'review' | 'assign' | 'start' | 'answer' | 'ask' | '';

export interface WorkView extends FaceView {
  state: string;
  number: string;
  place: string;
  text: string;
  warnings: readonly string[];
  /** The machine reads the words, which waits for nobody's tap. */
  isRead: boolean;
  facts: readonly string[];
  /** To the door at which it was written down; '' where there is none for this seat. */
  toDoor: string;
  pictures: readonly string[];
  plan: readonly PlanStep[];
  steps: readonly StepLine[];
  turn: Turn;
  /** To begin what one was given oneself; the office notes it for who was. */
  begin: string;
  isForOthers: boolean;
  /** Whose word is waited for, or what has to come first. */
  waits: string;
  mayAnswer: boolean;
  mayPassOn: boolean;
  others: readonly Other[];
}

export const NO_ISSUE: WorkView = {
  ...CONTENT,
  state: '',
  number: '',
  place: '',
  text: '',
  warnings: [],
  isRead: false,
  facts: [],
  toDoor: '',
  pictures: [],
  plan: [],
  steps: [],
  turn: '',
  begin: '',
  isForOthers: false,
  waits: '',
  mayAnswer: false,
  mayPassOn: false,
  others: [],
};

const OFFICE: readonly Role[] = ['CA', 'SA'];

export function viewWork(issue: OpenedIssue, role: Role): WorkView {
  const { state, stage, number, place, text, milestones, history, shownPictures, visit } = issue;
  const turn = turnOf(issue, role);
  return {
    ...NO_ISSUE,
    state: ISSUE_STATE_WORDS[state],
    number,
    place: plateWords(place),
    text,
    warnings: warningsOf(issue),
    isRead: stage === 'review' && issue.check === 'due',
    facts: factsOf(issue),
    toDoor: visit?.door === undefined ? '' : ISSUE_WORK_WORDS.toDoor(plateWords(visit.door.plate)),
    pictures: shownPictures,
    plan: milestones.map(({ words, dueOn, doneOn }, key) => ({
      key,
      words:
        doneOn === undefined
          ? ISSUE_WORK_WORDS.open(words, dayWords(dueOn))
          : ISSUE_WORK_WORDS.reached(words, dayWords(doneOn)),
      mayReach: turn === 'answer' && doneOn === undefined,
    })),
    steps: stepLines(history, DESK_STEPS),
    turn,
    ...beginOf(issue),
    waits: waitsOf(issue, turn),
    mayAnswer: turn === 'answer' && !hasOpenMilestone(milestones),
    mayPassOn: OFFICE.includes(role) && stage === 'work',
    others: othersOf(issue, role),
  };
}

/** Whoever is neither of the office nor was given it looks on. */
function turnOf(issue: OpenedIssue, role: Role): Turn {
  const { stage, state, hasAccount, isMine } = issue;
  const isOffice = OFFICE.includes(role);
  if (stage === 'review' || stage === 'assign') return isOffice ? stage : '';
  if (stage === 'work') return isOffice || isMine ? WORK_TURNS[state === 'assigned' ? 0 : 1] : '';
  return isAskedByPhone(stage, hasAccount) && role === 'SA' ? 'ask' : '';
}

function beginOf({ isMine, department }: OpenedIssue): Pick<WorkView, 'begin' | 'isForOthers'> {
  const { start, startFor } = ISSUE_WORK_WORDS;
  const [who = ''] = department.split(' · ');
  return { begin: isMine ? start : startFor(who), isForOthers: !isMine };
}

const WORK_TURNS = ['start', 'answer'] as const;

function isAskedByPhone(stage: IssueStage, hasAccount: boolean): boolean {
  return stage !== 'ended' && !hasAccount;
}

function waitsOf({ stage, hasAccount, milestones }: OpenedIssue, turn: Turn): string {
  const { waits, waitsPhone, unanswered, ended, milestonesFirst } = ISSUE_WORK_WORDS;
  if (stage === 'ended') return ended;
  if (stage === 'reporter') return hasAccount ? waits : waitsPhone;
  if (stage === 'unanswered') return hasAccount ? `${unanswered}。${waits}` : `${unanswered}。${waitsPhone}`;
  return turn === 'answer' && hasOpenMilestone(milestones) ? milestonesFirst : '';
}

function warningsOf({ isOverdue, isStreetOnly, isHidden, stage, check }: OpenedIssue): string[] {
  const { overdue, checks } = ISSUE_WORK_WORDS;
  const { streetOnly, hidden } = LEDGER_WORDS;
  return present([
    isOverdue ? overdue : '',
    isStreetOnly ? streetOnly : '',
    isHidden ? hidden : '',
    stage === 'review' ? checks[check] : '',
  ]);
}

function factsOf(issue: OpenedIssue): string[] {
  const { department, followers, reference, rating, visit } = issue;
  const words = ISSUE_WORK_WORDS;
  return present([
    aspectFact(issue),
    reporterWords(issue),
    visit === undefined ? '' : words.visit(visit.number),
    department === '' ? '' : words.by(department),
    ...promiseWords(issue),
    followers === 0 ? '' : words.followers(followers),
    reference === '' ? '' : words.reference(reference),
    rating === 0 ? '' : words.stars(rating),
  ]);
}

function aspectFact({ aspect, stage }: OpenedIssue): string {
  if (aspect === '') return ISSUE_WORK_WORDS.noAspect;
  return stage === 'review' ? ISSUE_WORK_WORDS.guessed(aspectWords(aspect)) : aspectWords(aspect);
}

function promiseWords({ dueOn, firstDueOn, track }: OpenedIssue): string[] {
  const { tracks, due, firstDue } = ISSUE_WORK_WORDS;
  const named = track === undefined ? '' : `${tracks[track]}，`;
  return [
    dueOn === undefined ? '' : named + due(dayWords(dueOn)),
    firstDueOn === undefined || firstDueOn === dueOn ? '' : firstDue(dayWords(firstDueOn)),
  ];
}

function reporterWords({ reporter, hasAccount }: OpenedIssue): string {
  if (!hasAccount) return ISSUE_WORK_WORDS.noAccount;
  return reporter === '' ? ISSUE_WORK_WORDS.noName : ISSUE_WORK_WORDS.reporter(reporter);
}

function present(lines: readonly string[]): string[] {
  return lines.filter((line) => line !== '');
}
