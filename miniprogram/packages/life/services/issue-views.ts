/** Issues as residents read them: in words, with the next thing to wait for. */
import { plateWords } from '@domain/area/plate';
import type { OwnIssue, PublicIssue } from '@domain/contract/issue';
import { stageOf } from '@domain/issue/issue-state';
import { dayWords } from '@domain/kernel/day';
import { BOARD_WORDS, NEIGHBOUR_STATES } from '../../../messages/issue';
import { stepLines, type StepLine } from '../../../messages/issue-steps';
import { MY_ISSUES_WORDS } from '../../../messages/my-issues';

export interface BoardCard {
  id: string;
  state: string;
  /** How it stands and until when it was promised, in one line. */
  stands: string;
  place: string;
  text: string;
  /** '' once it has ended: then it is no promise any more. */
  promise: string;
  followers: string;
}

function promiseOf({ state, dueOn }: Pick<PublicIssue, 'state' | 'dueOn'>): string {
  if (stageOf(state) === 'ended') return '';
  return dueOn === undefined ? BOARD_WORDS.noDay : BOARD_WORDS.due(dayWords(dueOn));
}

export function boardCard(issue: PublicIssue): BoardCard {
  const { id, state, place, text, followers } = issue;
  const promise = promiseOf(issue);
  return {
    id,
    state: NEIGHBOUR_STATES[state],
    stands: [NEIGHBOUR_STATES[state], promise].filter((words) => words !== '').join(' · '),
    place: plateWords(place),
    text,
    promise,
    followers: BOARD_WORDS.followers(followers),
  };
}

export interface PlanLine {
  key: string;
  words: string;
}

/** The steps of a plan with their days; one whose words are not out is called by its place. */
export function planLines(milestones: OwnIssue['milestones']): PlanLine[] {
  return milestones.map(({ words, dueOn, doneOn }, at) => ({
    key: String(at),
    words: `${words === '' ? BOARD_WORDS.milestone(at + 1) : words}：${doneOn === undefined ? `${dayWords(dueOn)}前` : `${dayWords(doneOn)}办好了`}`,
  }));
}

/** A longer history shows its newest steps first. */
const STEPS_SHOWN = 3;

export interface OwnCard {
  id: string;
  number: string;
  state: string;
  place: string;
  text: string;
  lines: readonly string[];
  plan: readonly PlanLine[];
  /** What was answered, above the question whether that is so. */
  answer: string;
  /** True where it is the reporter's turn. */
  asks: boolean;
  steps: readonly StepLine[];
  /** Opens the rest of the history, or folds it again; '' where all of it is short. */
  fold: string;
}

function foldWords(hidden: number, isOpen: boolean): string {
  if (hidden < 2) return '';
  return isOpen ? MY_ISSUES_WORDS.fold : MY_ISSUES_WORDS.unfold(hidden);
}

function answerOf({ history }: OwnIssue): string {
  return history.filter(({ step }) => step === 'answer').at(-1)?.note ?? '';
}

/** What stands above the question is not said again at its step. */
function withoutNote(steps: readonly StepLine[], note: string): StepLine[] {
  const at = steps.findIndex((step) => step.note === note);
  return steps.map((step, place) => (place === at ? { ...step, note: '' } : step));
}

/** It is they who were asked; and what the street alone sees is not with the community. */
function ownStateWords({ state, handler }: OwnIssue): string {
  if (state === 'received') return MY_ISSUES_WORDS.received(handler);
  return state === 'unanswered' ? MY_ISSUES_WORDS.unanswered : NEIGHBOUR_STATES[state];
}

/** What has ended is not in anybody's hands any more. */
function hiddenWords(state: OwnIssue['state']): string {
  return stageOf(state) === 'ended' ? MY_ISSUES_WORDS.endedHidden : MY_ISSUES_WORDS.isHidden;
}

export function isAsking({ state }: Pick<OwnIssue, 'state'>): boolean {
  return state === 'answered' || state === 'unanswered';
}

export function ownCard(issue: OwnIssue, isOpen = false): OwnCard {
  const { id, number, state, place, text, department, dueOn, isHidden, milestones } = issue;
  const asks = isAsking(issue);
  const answer = asks ? answerOf(issue) : '';
  const all = withoutNote(stepLines(issue.history), answer);
  const fold = foldWords(all.length - STEPS_SHOWN, isOpen);
  const lines = [
    department === '' ? '' : MY_ISSUES_WORDS.by(department),
    dueOn === undefined ? '' : promiseOf(issue),
    issue.rating > 0 ? MY_ISSUES_WORDS.given(issue.rating) : '',
    isHidden ? hiddenWords(state) : '',
  ];
  return {
    id,
    number: MY_ISSUES_WORDS.number(number),
    state: ownStateWords(issue),
    place: plateWords(place),
    text,
    lines: lines.filter((line) => line !== ''),
    plan: planLines(milestones),
    answer: answer === '' ? '' : MY_ISSUES_WORDS.answered(answer),
    asks,
    steps: fold === '' || isOpen ? all : all.slice(0, STEPS_SHOWN),
    fold,
  };
}
