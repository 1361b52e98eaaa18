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

/** A longer history shows its newest steps first. */
const STEPS_SHOWN = 3;

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
  /** Opens the rest of the history, or folds it again; '' where all of it is short. */
  fold: string;
}

function foldWords(hidden: number, isOpen: boolean): string {
  if (hidden < 2) return '';
  return isOpen ? MY_ISSUES_WORDS.fold : MY_ISSUES_WORDS.unfold(hidden);
}

export function ownCard(issue: OwnIssue, isOpen = false): OwnCard {
  const { id, number, state, place, text, department, dueOn, isHidden, history } = issue;
  const all = stepLines(history);
  const fold = foldWords(all.length - STEPS_SHOWN, isOpen);
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
    steps: fold === '' || isOpen ? all : all.slice(0, STEPS_SHOWN),
    fold,
  };
}
