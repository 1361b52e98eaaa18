/** The building head's wall: which door is how far. A refusal is nobody's business here, and the last doors stay quiet. */
import { doorLine, plateWords } from '@domain/area/plate';
import { LAST_DOORS } from '@domain/building/share-card';
import type { WallUnit } from '@domain/contract/census';
import type { DoorCounts, Plate } from '@domain/census/door';
import { handedIn, unanswered } from '@domain/census/coverage';
import { minuteOf } from '@domain/kernel/day';
import { HEAD_WORDS } from '../../../../messages/building';
import { PROGRESS_WORDS } from '../../../../messages/progress';
import { roomName, STAFF_WORDS } from '../../../../messages/staff';
import type { Kept } from '../../../../services/kept-answers';
import { CONTENT, keptFaceOf, staleWords, type FaceView } from '../../../../services/staff-page';
import { doorAtKey, facadeOf, nameOfUnit, type FacadeUnit } from '../../../../services/wall-units';

export interface HeadWallAnswer {
  plate: Plate;
  units: WallUnit[];
  moreUnits: { id: string; label: string }[];
  counts: DoorCounts;
  asOf: number;
}

export interface HeadWallView extends FaceView {
  stale: string;
  building: string;
  /** Handed in, confirmed or not, of all that are due. */
  done: number;
  due: number;
  words: string;
  waiting: string;
  asOf: string;
  facade: readonly FacadeUnit[];
  tabs: readonly { value: string; label: string }[];
  tab: string;
  chosen: string;
  door: string;
  /** The window that was touched is one that has not answered. */
  canAsk: boolean;
  /** … and here is one where somebody is registered. */
  canFind: boolean;
}

export interface HeadWallState {
  kept: Kept<HeadWallAnswer>;
  /** The window that was touched. */
  chosen: string;
}

const UNIT = '户';

const NOTHING: HeadWallView = {
  ...CONTENT,
  stale: '',
  building: '',
  done: 0,
  due: 0,
  words: '',
  waiting: '',
  asOf: '',
  facade: [],
  tabs: [],
  tab: '',
  chosen: '',
  door: '',
  canAsk: false,
  canFind: false,
};

export function viewHeadWall({ kept, chosen }: HeadWallState): HeadWallView {
  const { data, problem, at } = kept;
  if (data === undefined) return { ...NOTHING, ...(problem === undefined ? CONTENT : keptFaceOf(problem)) };
  const { plate, units, moreUnits, counts, asOf } = data;
  if (units.every(({ doors }) => doors.length === 0)) return { ...NOTHING, ...emptyFace() };
  const done = handedIn(counts);
  const state = doorAtKey(units, chosen)?.state;
  return {
    ...NOTHING,
    stale: staleWords(problem, at),
    building: plateWords(plate),
    done,
    due: counts.due,
    words: leftWords(unanswered(counts)),
    waiting: counts.waiting === 0 ? '' : PROGRESS_WORDS.waiting(counts.waiting, UNIT),
    asOf: HEAD_WORDS.asOf(minuteOf(asOf)),
    facade: facadeOf(units),
    ...tabsOf(units, moreUnits),
    chosen,
    door: doorWords(units, chosen),
    canAsk: state === 'missing',
    canFind: state === 'filled' || state === 'verified',
  };
}

function leftWords(left: number): string {
  if (left === 0) return HEAD_WORDS.all;
  return left <= LAST_DOORS ? HEAD_WORDS.last : PROGRESS_WORDS.left(left, UNIT);
}

function placeAt(units: readonly WallUnit[], key: string) {
  const door = doorAtKey(units, key);
  const unit = units[Number(key.split('-')[0])];
  return door === undefined || unit === undefined ? undefined : { unit, door };
}

/** The plate of the window that was touched. */
export function plateAt(data: HeadWallAnswer | undefined, key: string): { compound: string; line: string } {
  const place = placeAt(data?.units ?? [], key);
  if (data === undefined || place === undefined) return { compound: '', line: '' };
  const { compound, line } = data.plate;
  return { compound, line: doorLine(line, place.unit.label, place.door.room) };
}

function doorWords(units: readonly WallUnit[], key: string): string {
  const at = placeAt(units, key);
  if (at === undefined) return '';
  const { unit, door } = at;
  const place = [unit.label, STAFF_WORDS.door(roomName(door.room))].filter((words) => words !== '');
  return `${place.join(' ')}：${HEAD_WORDS.states[door.state]}`;
}

function tabsOf(
  units: readonly WallUnit[],
  more: HeadWallAnswer['moreUnits'],
): Pick<HeadWallView, 'tabs' | 'tab'> {
  if (more.length === 0) return { tabs: [], tab: '' };
  const all = [...units.map((unit) => ({ value: unit.id, label: nameOfUnit(unit) }))];
  for (const { id, label } of more) all.push({ value: id, label: nameOfUnit({ id, label, doors: [] }) });
  const tabs = all.sort((left, right) => left.label.localeCompare(right.label, 'en', { numeric: true }));
  return { tabs, tab: units[0]?.id ?? '' };
}

function emptyFace(): FaceView {
  const { empty, emptyDetail } = HEAD_WORDS;
  return { face: 'empty', sentence: empty, detail: emptyDetail, action: STAFF_WORDS.look };
}
