/** The morning list: the worker's buildings, those that need a look first. */
import type { DoorCounts, Plate } from '@domain/census/door';
import { addCounts } from '@domain/census/coverage';
import { minuteOf } from '@domain/kernel/day';
import { PROGRESS_WORDS } from '../../../../messages/progress';
import { STAFF_WORDS } from '../../../../messages/staff';
import { TODAY_WORDS } from '../../../../messages/worker';
import type { Kept } from '../../../../services/kept-answers';
import { CONTENT, keptFaceOf, staleWords, type FaceView } from '../../../../services/staff-page';

export interface Building {
  id: string;
  plate: Plate;
  counts: DoorCounts;
  flagged: number;
}

export interface BuildingsAnswer {
  buildings: Building[];
  asOf: number;
}

interface BuildingRow {
  key: string;
  label: string;
  done: number;
  due: number;
  waiting: number;
  flagged: string;
  /** The row is one button: what it shows, said. */
  spoken: string;
}

export interface TodayView extends FaceView {
  stale: string;
  label: string;
  done: number;
  due: number;
  waiting: number;
  asOf: string;
  /** Where to begin; no button when nothing waits. */
  start: string;
  startDetail: string;
  startKey: string;
  /** '' for who writes none. */
  notices: string;
  yields: string;
  buildings: string;
  rows: readonly BuildingRow[];
  more: string;
}

/** A page of rows stays within what a phone draws at once. */
export const ROWS_A_PAGE = 10;

const UNIT = '户';

const NOTHING = {
  ...CONTENT,
  stale: '',
  notices: '',
  yields: '',
  label: TODAY_WORDS.total,
  done: 0,
  due: 0,
  waiting: 0,
  asOf: '',
  start: '',
  startDetail: '',
  startKey: '',
  buildings: '',
  rows: [],
  more: '',
};

export function viewToday(kept: Kept<BuildingsAnswer>, rowsShown: number): TodayView {
  const { data, problem, at } = kept;
  if (data === undefined) return { ...NOTHING, ...(problem === undefined ? CONTENT : keptFaceOf(problem)) };
  const buildings = inOrderOfNeed(data.buildings);
  if (buildings.length === 0) return { ...NOTHING, ...emptyFace() };
  const { done, due, waiting } = addCounts(buildings.map(({ counts }) => counts));
  const left = buildings.length - rowsShown;
  return {
    ...NOTHING,
    ...startOf(buildings[0]),
    stale: staleWords(problem, at),
    done,
    due,
    waiting,
    asOf: minuteOf(data.asOf),
    notices: TODAY_WORDS.notices,
    yields: TODAY_WORDS.yields,
    buildings: TODAY_WORDS.buildings(buildings.length),
    rows: buildings.slice(0, rowsShown).map(rowOf),
    more: left > 0 ? TODAY_WORDS.more(left) : '',
  };
}

/** A volunteer walks the units that were given: what waits is for others to confirm, so nothing here leads to it. */
export function viewGiven(kept: Kept<BuildingsAnswer>, rowsShown: number): TodayView {
  const view = viewToday(kept, rowsShown);
  if (view.face === 'empty') {
    return { ...view, sentence: TODAY_WORDS.nothingGiven, detail: TODAY_WORDS.nothingGivenDetail };
  }
  const rows = view.rows.map((row) => ({ ...row, flagged: '', spoken: spokenOf({ ...row, flagged: '' }) }));
  return {
    ...view,
    rows,
    notices: '',
    yields: '',
    label: TODAY_WORDS.given,
    start: '',
    startDetail: '',
    startKey: '',
  };
}

/** Those with a question first, then by how many wait, then as one walks. */
function inOrderOfNeed(buildings: readonly Building[]): Building[] {
  const need = ({ flagged, counts }: Building): number => (flagged > 0 ? 10_000 : 0) + counts.waiting;
  return [...buildings].sort((left, right) => need(right) - need(left));
}

export function nameOfBuilding({ compound, line }: Plate): string {
  return `${compound} ${line}`;
}

function rowOf({ id, plate, counts: { done, due, waiting }, flagged }: Building): BuildingRow {
  const shown = {
    ...{ label: nameOfBuilding(plate), done, due, waiting },
    flagged: flagged === 0 ? '' : TODAY_WORDS.flagged(flagged),
  };
  return { key: id, ...shown, spoken: spokenOf(shown) };
}

function spokenOf({ label, done, due, waiting, flagged }: Omit<BuildingRow, 'key' | 'spoken'>): string {
  const waits = waiting === 0 ? '' : PROGRESS_WORDS.waiting(waiting, UNIT);
  return [label, `${done}/${due}`, flagged, waits].filter((words) => words !== '').join('，');
}

function startOf(first: Building | undefined): Pick<TodayView, 'start' | 'startDetail' | 'startKey'> {
  const isNeeded = first !== undefined && (first.counts.waiting > 0 || first.flagged > 0);
  if (!isNeeded) return { start: '', startDetail: '', startKey: '' };
  return {
    start: TODAY_WORDS.start(nameOfBuilding(first.plate)),
    startDetail: first.flagged > 0 ? TODAY_WORDS.startFlagged : TODAY_WORDS.startDetail,
    startKey: first.id,
  };
}

function emptyFace(): FaceView {
  const { empty, emptyDetail } = TODAY_WORDS;
  return { face: 'empty', sentence: empty, detail: emptyDetail, action: STAFF_WORDS.look };
}
