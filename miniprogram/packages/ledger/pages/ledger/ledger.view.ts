/** What stands in the problem ledger: lists by whose turn it is, and the tree with its figures. */
import { plateWords } from '@domain/area/plate';
import type { DeskIssue } from '@domain/contract/issue';
import { aspectWords } from '@domain/issue/categories';
import { ISSUE_STATE_WORDS, type IssueStage } from '@domain/issue/issue-state';
import type { Role } from '@domain/identity/role';
import { dayWords } from '@domain/kernel/day';
import { LEDGER_WORDS } from '../../../../messages/ledger';
import { CONTENT, type FaceView } from '../../../../services/staff-page';
import { NO_FIGURES, type FiguresView } from './figures.view';

export type Show = IssueStage | 'given' | 'overdue' | 'figures';

interface Row {
  id: string;
  state: string;
  text: string;
  place: string;
  due: string;
  isOverdue: boolean;
  notes: string;
}

interface Group {
  key: string;
  title: string;
  rows: readonly Row[];
}

export interface LedgerView extends FaceView {
  shows: readonly { value: Show; label: string }[];
  show: Show;
  /** Of the aspect that is looked at alone; '' for all. */
  only: string;
  empty: string;
  groups: readonly Group[];
  hasMore: boolean;
  /** Whether a row opens for this seat. */
  opens: boolean;
  figures: FiguresView;
}

export const NO_LEDGER: LedgerView = {
  ...CONTENT,
  shows: [],
  show: 'review',
  only: '',
  empty: '',
  groups: [],
  hasMore: false,
  opens: false,
  figures: NO_FIGURES,
};

const OFFICE: readonly Role[] = ['CA', 'SA'];
const ALL_SHOWS = Object.keys(LEDGER_WORDS.shows) as Show[];
const OF_OFFICE = ALL_SHOWS.filter((show) => show !== 'given');
const OF_FIELD: readonly Show[] = ['given', 'work', 'overdue', 'reporter', 'ended'];
/** Those who are given an issue now and then, and look after no ground of issues. */
const OF_GIVEN: readonly Show[] = ['given'];
const GIVEN_ONLY: readonly Role[] = ['GV', 'GU'];

/** What a role may look at, its own work first. */
export function showsOf(role: Role): readonly Show[] {
  if (OFFICE.includes(role)) return OF_OFFICE;
  return GIVEN_ONLY.includes(role) ? OF_GIVEN : OF_FIELD;
}

export interface LedgerState {
  role: Role;
  show: Show;
  aspect: string;
  issues: readonly DeskIssue[];
  next: string | undefined;
  /** Who is late with how many, over all of them. */
  departments: readonly { readonly name: string; readonly count: number }[];
  figures: FiguresView;
}

export function viewLedger(state: LedgerState): LedgerView {
  const { role, show, aspect, issues, next, figures } = state;
  const { shows, empty, emptyGiven, only } = LEDGER_WORDS;
  const rows = show === 'figures' ? [] : issues;
  return {
    ...NO_LEDGER,
    shows: showsOf(role).map((value) => ({ value, label: shows[value] })),
    show,
    only: aspect === '' ? '' : only(aspectWords(aspect)),
    empty: show === 'figures' || rows.length > 0 ? '' : show === 'given' ? emptyGiven : empty,
    groups: show === 'overdue' ? byDepartment(state) : [{ key: show, title: '', rows: rows.map(rowOf) }],
    hasMore: next !== undefined,
    opens: show === 'given' || OFFICE.includes(role),
    figures,
  };
}

/** Who is late with how many in all, and those of them that were read; within a department the longest first. */
function byDepartment({ issues, departments }: LedgerState): Group[] {
  return departments.map(({ name, count }) => ({
    key: name,
    title: LEDGER_WORDS.department(name === '' ? LEDGER_WORDS.noDepartment : name, count),
    rows: issues.filter(({ department }) => department === name).map(rowOf),
  }));
}

function rowOf(issue: DeskIssue): Row {
  const { id, state, text, place, dueOn, isOverdue, aspect, number } = issue;
  return {
    id,
    state: ISSUE_STATE_WORDS[state],
    text,
    place: [plateWords(place), aspectWords(aspect), number].filter((words) => words !== '').join(' · '),
    due: dueOn === undefined ? '' : LEDGER_WORDS[isOverdue ? 'overdue' : 'due'](dayWords(dueOn)),
    isOverdue,
    notes: notesOf(issue).join(' · '),
  };
}

function notesOf({ followers, pictures, isOnBoard, isHidden, isStreetOnly }: DeskIssue): string[] {
  return [
    isStreetOnly ? LEDGER_WORDS.streetOnly : '',
    isHidden ? LEDGER_WORDS.hidden : '',
    isOnBoard ? LEDGER_WORDS.onBoard : '',
    followers > 0 ? LEDGER_WORDS.followers(followers) : '',
    pictures > 0 ? LEDGER_WORDS.pictures(pictures) : '',
  ].filter((words) => words !== '');
}
