/** Issues as residents read them: in words, with the next thing to wait for. */
import { plateWords } from '@domain/area/plate';
import type { OwnIssue, PublicIssue } from '@domain/contract/issue';
import { dayWords } from '@domain/kernel/day';
import { BOARD_WORDS, MY_ISSUES_WORDS, NEIGHBOUR_STATES } from '../../../messages/issue';
import { stepLines, type StepLine } from '../../../messages/issue-steps';

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
    state: NEIGHBOUR_STATES[state],
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
    number: MY_ISSUES_WORDS.number(number),
    state: NEIGHBOUR_STATES[state],
    place: plateWords(place),
    text,
    lines: lines.filter((line) => line !== ''),
    asks: state === 'answered' || state === 'unanswered',
    steps: stepLines(history),
  };
}
