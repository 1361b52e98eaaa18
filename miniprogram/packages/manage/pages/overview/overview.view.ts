/** One scope in figures, and what lies below it. Every figure names its denominator and its time. */
import { coverageWords } from '@domain/census/coverage';
import type { DoorCounts } from '@domain/census/door';
import type { Role } from '@domain/identity/role';
import type { Desk } from '@domain/work/desks';
import { dayOf, minuteOf, momentWords, type Day } from '@domain/kernel/day';
import { STAFF_WORDS } from '../../../../messages/staff';
import { OVERVIEW_WORDS } from '../../../../messages/manage';
import type { Kept } from '../../../../services/kept-answers';
import { CONTENT, keptFaceOf, staleWords, type FaceView } from '../../../../services/staff-page';
import { waysFrom, type WayGroup } from './overview.links';

export interface BoardAnswer {
  id: string;
  name: string;
  kind: 'street' | 'community' | 'compound';
  counts: DoorCounts;
  people: number;
  rows: { id: string; name: string; counts: DoorCounts }[];
  asOf: number;
  desks?: Readonly<Record<Desk, number>> | undefined;
}

interface Figure {
  key: string;
  label: string;
  value: string;
}

interface AreaRow {
  key: string;
  label: string;
  done: number;
  due: number;
  waiting: number;
}

export interface OverviewView extends FaceView {
  stale: string;
  name: string;
  ways: readonly WayGroup[];
  done: number;
  due: number;
  waiting: number;
  asOf: string;
  rate: string;
  figures: readonly Figure[];
  below: string;
  rows: readonly AreaRow[];
  more: string;
  up: string;
}

export interface OverviewState {
  kept: Kept<BoardAnswer>;
  rowsShown: number;
  /** Name of the scope above, for the way back. */
  above: string;
  role: Role | undefined;
  /** What waits on the seat's desks; undefined where nobody has counted. */
  desks?: BoardAnswer['desks'];
  today: Day;
}

export const ROWS_A_PAGE = 8;

const NOTHING: OverviewView = {
  ...CONTENT,
  stale: '',
  name: '',
  ways: [],
  done: 0,
  due: 0,
  waiting: 0,
  asOf: '',
  rate: '',
  figures: [],
  below: '',
  rows: [],
  more: '',
  up: '',
};

export function viewOverview({ kept, rowsShown, above, role, desks, today }: OverviewState): OverviewView {
  const { data, problem, at } = kept;
  const up = above === '' ? '' : OVERVIEW_WORDS.up(above);
  if (data === undefined) return { ...NOTHING, ...faceFor(problem), up };
  const { id, name, kind, counts, rows } = data;
  const left = rows.length - rowsShown;
  return {
    ...CONTENT,
    stale: staleWords(problem, at),
    name,
    ways: waysFrom({ role, isCompound: kind === 'compound', areaId: id, desks }),
    done: counts.done,
    due: counts.due,
    waiting: counts.waiting,
    // A board is as old as the last event below it: one of another day says which.
    asOf: dayOf(data.asOf) === today ? minuteOf(data.asOf) : momentWords(data.asOf),
    rate: coverageWords(counts),
    figures: figuresOf(data),
    below: rows.length === 0 ? OVERVIEW_WORDS.noBuildings : OVERVIEW_WORDS.below[kind](rows.length),
    rows: rows.slice(0, rowsShown).map(rowOf),
    more: left > 0 ? OVERVIEW_WORDS.more(left) : '',
    up,
  };
}

/** Nothing has been counted yet where there is no board; that is no mistake of anybody. */
function faceFor(problem: Kept<BoardAnswer>['problem']): FaceView {
  if (problem === undefined) return CONTENT;
  if (problem.code !== 'NOT_FOUND') return keptFaceOf(problem);
  const { empty, emptyDetail } = OVERVIEW_WORDS;
  return { face: 'empty', sentence: empty, detail: emptyDetail, action: STAFF_WORDS.look };
}

/** What the line of progress does not say already. */
function figuresOf({ counts, people }: BoardAnswer): Figure[] {
  const figures = { vacant: counts.vacant, people };
  return Object.entries(figures).map(([key, value]) => ({
    key,
    label: OVERVIEW_WORDS[key as keyof typeof figures],
    value: String(value),
  }));
}

function rowOf({ id, name, counts }: BoardAnswer['rows'][number]): AreaRow {
  return {
    key: id,
    label: name,
    done: counts.done,
    due: counts.due,
    waiting: counts.waiting,
  };
}
