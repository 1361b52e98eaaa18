/** A building's doors, and what can be done with a whole unit of them. */
import type { WallUnit } from '@domain/contract/census';
import type { DoorCounts, Plate } from '@domain/census/door';
import { needOf, standsBeside, type WaitingNeed } from '@domain/census/waiting-need';
import { minuteOf } from '@domain/kernel/day';
import { STAFF_WORDS, roomName } from '../../../../messages/staff';
import { NOTE_WORDS, OUTBOX_WORDS } from '../../../../messages/visit';
import { NEED_WORDS, WALL_WORDS } from '../../../../messages/worker';
import type { Kept } from '../../../../services/kept-answers';
import { isUnsent, type OutboxEntry } from '../../../../services/outbox-entry';
import { CONTENT, keptFaceOf, staleWords, type FaceView } from '../../../../services/staff-page';
import { facadeOf, nameOfUnit, type FacadeUnit } from '../../../../services/wall-units';
import { doorsWaiting } from '../../services/door-records';

export interface WallAnswer {
  plate: Plate;
  units: WallUnit[];
  moreUnits: { id: string; label: string }[];
  counts: DoorCounts;
  asOf: number;
  /** From a route pack: which forms are without a question is not known there. */
  isPacked?: boolean;
}

/** A unit with forms that wait: those without a finding are confirmed together, the others one by one. */
interface UnitRow {
  key: string;
  label: string;
  /** How many one touch confirms; empty where none could be. */
  action: string;
  kept: string;
}

interface Line {
  key: string;
  label: string;
  value: string;
  mark: string;
  tone: string;
  editable: boolean;
}

export interface WallView extends FaceView {
  stale: string;
  compound: string;
  line: string;
  done: number;
  due: number;
  waiting: number;
  asOf: string;
  /** What still lies on this phone; empty where nothing does. */
  unsent: string;
  notes: string;
  units: readonly UnitRow[];
  flagged: readonly Line[];
  facade: readonly FacadeUnit[];
  /** Units of a building that is too large for one answer. */
  tabs: readonly { value: string; label: string }[];
  tab: string;
}

const FLAGGED_SHOWN = 12;
const LAST = '9999';

const NOTHING = {
  ...CONTENT,
  stale: '',
  compound: '',
  line: '',
  done: 0,
  due: 0,
  waiting: 0,
  asOf: '',
  unsent: '',
  notes: '',
  units: [],
  flagged: [],
  facade: [],
  tabs: [],
  tab: '',
};

/** Who looks, and what lies on the phone beside what the cloud showed. */
export interface WallSeat {
  canConfirm: boolean;
  canKnock: boolean;
  entries: readonly OutboxEntry[];
}

export function viewWall({ data, problem, at }: Kept<WallAnswer>, seat: WallSeat): WallView {
  const { canConfirm, canKnock, entries } = seat;
  if (data === undefined) return { ...NOTHING, ...(problem === undefined ? CONTENT : keptFaceOf(problem)) };
  const { plate, units, moreUnits, counts, asOf } = data;
  if (units.every(({ doors }) => doors.length === 0)) return { ...NOTHING, ...emptyFace() };
  return {
    ...CONTENT,
    ...plate,
    stale: staleWords(problem, at),
    done: counts.done,
    due: counts.due,
    waiting: counts.waiting,
    asOf: minuteOf(asOf),
    unsent: canKnock ? unsentWords(entries) : '',
    notes: canKnock ? NOTE_WORDS.title : '',
    units: rowsOf(data, canConfirm),
    flagged: units.flatMap(flaggedLines).slice(0, FLAGGED_SHOWN),
    facade: facadeOf(units, doorsWaiting(entries)),
    tabs: tabsOf(units, moreUnits),
    tab: units[0]?.id ?? '',
  };
}

function rowsOf({ units, isPacked }: WallAnswer, canConfirm: boolean): UnitRow[] {
  return canConfirm && isPacked !== true ? units.flatMap(unitRow) : [];
}

function unsentWords(entries: readonly OutboxEntry[]): string {
  const count = entries.filter(isUnsent).length;
  return count === 0 ? '' : OUTBOX_WORDS.link(count);
}

/** Forms that stand alone at their door and raise no finding. */
function plainForms({ doors }: Pick<WallUnit, 'doors'>): number {
  return doors.filter((door) => door.waiting === 1 && needAt(door) === undefined).length;
}

function needAt(door: WallUnit['doors'][number]): WaitingNeed | undefined {
  return needOf({ ...door, beside: standsBeside(door) });
}

export function confirmWords(unit: WallUnit): { title: string; sentence: string } {
  const plain = plainForms(unit);
  const kept = formsOf(unit) - plain;
  const detail = WALL_WORDS.confirmDetail;
  return {
    title: WALL_WORDS.confirmAsk(nameOfUnit(unit), plain),
    sentence: kept === 0 ? detail : `${detail}。${WALL_WORDS.confirmKept(kept)}`,
  };
}

export function confirmedWords(result: { confirmed: number; left: number; flagged: number }): string {
  const { confirmed, left, flagged } = result;
  const kept = left + flagged;
  const words = confirmed === 0 ? [] : [WALL_WORDS.confirmed(confirmed)];
  if (kept > 0) words.push(WALL_WORDS.kept(kept));
  if (confirmed === 0 && kept > 0) words.push(WALL_WORDS.own);
  return words.join('，');
}

function formsOf({ doors }: WallUnit): number {
  return doors.reduce((total, { waiting }) => total + waiting, 0);
}

function unitRow(unit: WallUnit): UnitRow[] {
  const forms = formsOf(unit);
  if (forms === 0) return [];
  const plain = plainForms(unit);
  const kept = forms - plain;
  const keptWords = plain === 0 ? WALL_WORDS.nothingPlain(kept) : WALL_WORDS.unitKept(kept);
  return [
    {
      key: unit.id,
      label: nameOfUnit(unit),
      action: plain === 0 ? '' : WALL_WORDS.confirm(plain),
      kept: kept === 0 ? '' : keptWords,
    },
  ];
}

function flaggedLines(unit: WallUnit): Line[] {
  return unit.doors.flatMap((door) => {
    const need = needAt(door);
    if (need === undefined) return [];
    const key = `${unit.id}-${door.slot}`;
    const value = STAFF_WORDS.door(roomName(door.room));
    return [{ key, label: nameOfUnit(unit), value, mark: NEED_WORDS[need], tone: 'warn', editable: true }];
  });
}

/** By number; what belongs to no staircase stands last. */
function tabsOf(units: readonly WallUnit[], more: WallAnswer['moreUnits']): WallView['tabs'] {
  if (more.length === 0) return [];
  const named = units.map((unit) => ({ value: unit.id, label: nameOfUnit(unit), order: unit.label || LAST }));
  const others = more.map(({ id, label }) => ({
    value: id,
    label: nameOfUnit({ id, label, doors: [] }),
    order: label || LAST,
  }));
  return [...named, ...others]
    .sort((left, right) => left.order.localeCompare(right.order, 'en', { numeric: true }))
    .map(({ value, label }) => ({ value, label }));
}

function emptyFace(): FaceView {
  const { empty, emptyDetail } = WALL_WORDS;
  return { face: 'empty', sentence: empty, detail: emptyDetail, action: STAFF_WORDS.back };
}
