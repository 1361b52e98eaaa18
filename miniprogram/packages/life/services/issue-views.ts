/** Issues as residents read them: in words, with the next thing to wait for. */
import { plateWords } from '@domain/area/plate';
import type { IssueStepView, OwnIssue, PublicIssue } from '@domain/contract/issue';
import { ROLE_WORDS } from '@domain/identity/role';
import { ISSUE_STATE_WORDS } from '@domain/issue/issue-state';
import { STEP_WORDS } from '@domain/issue/issue-step';
import { dayWords, momentWords } from '@domain/kernel/day';
import { BOARD_WORDS, MY_ISSUES_WORDS } from '../../../messages/issue';

export interface StepLine {
  key: string;
  words: string;
  note: string;
  when: string;
}

type PublicStep = Omit<IssueStepView, 'note'> & { readonly note?: string };

/** Newest first: what happened last is what is asked about. */
export function stepLines(history: readonly PublicStep[]): StepLine[] {
  return history
    .map(({ step, at, role, note = '', dueOn }, place) => ({
      key: String(place),
      words: STEP_WORDS[step] + (dueOn === undefined ? '' : `，${BOARD_WORDS.due(dayWords(dueOn))}`),
      note,
      when: momentWords(at) + (role === undefined || role === 'RE' ? '' : ` · ${ROLE_WORDS[role]}`),
    }))
    .reverse();
}

export interface BoardCard {
  id: string;
  state: string;
  place: string;
  text: string;
  promise: string;
  followers: string;
}

export function boardCard(issue: PublicIssue): BoardCard {
  const { id, state, place, text, dueOn, followers } = issue;
  return {
    id,
    state: ISSUE_STATE_WORDS[state],
    place: plateWords(place),
    text,
    promise: dueOn === undefined ? BOARD_WORDS.noDay : BOARD_WORDS.due(dayWords(dueOn)),
    followers: BOARD_WORDS.followers(followers),
  };
}

export interface OwnCard {
  id: string;
  number: string;
  state: string;
  place: string;
  text: string;
  lines: readonly string[];
  /** True where it is the reporter's turn. */
  asks: boolean;
  steps: readonly StepLine[];
}

export function ownCard(issue: OwnIssue): OwnCard {
  const { id, number, state, place, text, department, dueOn, isHidden, history } = issue;
  const lines = [
    department === '' ? '' : MY_ISSUES_WORDS.by(department),
    dueOn === undefined ? '' : MY_ISSUES_WORDS.due(dayWords(dueOn)),
    isHidden ? MY_ISSUES_WORDS.isHidden : '',
  ];
  return {
    id,
    number,
    state: ISSUE_STATE_WORDS[state],
    place: plateWords(place),
    text,
    lines: lines.filter((line) => line !== ''),
    asks: state === 'answered' || state === 'unanswered',
    steps: stepLines(history),
  };
}
