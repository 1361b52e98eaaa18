/** One issue for who handles it: what was said, what was promised, every step, and what may be done next. */
import { plateWords } from '@domain/area/plate';
import type { OpenedIssue } from '@domain/contract/issue';
import { aspectWords } from '@domain/issue/categories';
import { hasOpenMilestone } from '@domain/issue/issue';
import { ISSUE_STATE_WORDS } from '@domain/issue/issue-state';
import type { Role } from '@domain/identity/role';
import { dayWords } from '@domain/kernel/day';
import { DESK_STEPS, stepLines, type StepLine } from '../../../../messages/issue-steps';
import { ISSUE_WORK_WORDS } from '../../../../messages/ledger';
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
  facts: readonly string[];
  pictures: readonly string[];
  plan: readonly PlanStep[];
  steps: readonly StepLine[];
  turn: Turn;
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
  facts: [],
  pictures: [],
  plan: [],
  steps: [],
  turn: '',
  waits: '',
  mayAnswer: false,
  mayPassOn: false,
  others: [],
};

const OFFICE: readonly Role[] = ['CA', 'SA'];

export function viewWork(issue: OpenedIssue, role: Role): WorkView {
  const { state, stage, number, place, text, milestones, history, shownPictures } = issue;
  const turn = turnOf(issue, role);
  return {
    ...NO_ISSUE,
    state: ISSUE_STATE_WORDS[state],
    number,
    place: plateWords(place),
    text,
    warnings: warningsOf(issue),
    facts: factsOf(issue),
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
    waits: waitsOf(issue, turn),
    mayAnswer: turn === 'answer' && !hasOpenMilestone(milestones),
    mayPassOn: OFFICE.includes(role) && stage === 'work',
    others: othersOf(issue, role),
  };
}

/** Whoever is neither of the office nor was given it looks on. */
function turnOf({ stage, state, hasAccount, isMine }: OpenedIssue, role: Role): Turn {
  const isOffice = OFFICE.includes(role);
  if (stage === 'review' || stage === 'assign') return isOffice ? stage : '';
  if (stage === 'work') {
    if (!isOffice && !isMine) return '';
    return state === 'assigned' ? 'start' : 'answer';
  }
  return stage !== 'ended' && !hasAccount && role === 'SA' ? 'ask' : '';
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
  const { streetOnly, hidden } = { streetOnly: '只给街道看', hidden: '不公开显示' };
  return present([
    isOverdue ? overdue : '',
    isStreetOnly ? streetOnly : '',
    isHidden ? hidden : '',
    stage === 'review' ? checks[check] : '',
  ]);
}

function factsOf(issue: OpenedIssue): string[] {
  const { aspect, stage, department, dueOn, firstDueOn, track, followers, reference, rating } = issue;
  const words = ISSUE_WORK_WORDS;
  const named = aspect === '' ? words.noAspect : aspectWords(aspect);
  return present([
    stage === 'review' && aspect !== '' ? words.guessed(named) : named,
    reporterWords(issue),
    department === '' ? '' : words.by(department),
    dueOn === undefined
      ? ''
      : [...(track === undefined ? [] : [words.tracks[track]]), words.due(dayWords(dueOn))].join('，'),
    firstDueOn === undefined || firstDueOn === dueOn ? '' : words.firstDue(dayWords(firstDueOn)),
    followers === 0 ? '' : words.followers(followers),
    reference === '' ? '' : words.reference(reference),
    rating === 0 ? '' : words.stars(rating),
  ]);
}

function reporterWords({ reporter, hasAccount }: OpenedIssue): string {
  if (!hasAccount) return ISSUE_WORK_WORDS.noAccount;
  return reporter === '' ? ISSUE_WORK_WORDS.noName : ISSUE_WORK_WORDS.reporter(reporter);
}

function present(lines: readonly string[]): string[] {
  return lines.filter((line) => line !== '');
}
