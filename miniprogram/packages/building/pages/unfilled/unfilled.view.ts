/** The doors of a unit that have not answered: by number alone, for the building head alone. */
import type { WallUnit } from '@domain/contract/census';
import { HEAD_WORDS, UNFILLED_WORDS } from '../../../../messages/building';
import { roomName, STAFF_WORDS } from '../../../../messages/staff';
import type { Kept } from '../../../../services/kept-answers';
import { CONTENT, keptFaceOf, staleWords, type FaceView } from '../../../../services/staff-page';
import { nameOfUnit } from '../../../../services/wall-units';
import type { DoorMemory } from '../../services/door-memory';
import type { HeadWallAnswer } from '../wall/wall.view';

/** Rows that are drawn at once. */
const PAGE = 20;

export interface UnfilledState {
  kept: Kept<HeadWallAnswer>;
  /** The unit that is looked at; '' for the first. */
  unitId: string;
  pages: number;
  /** What was done at the doors before, from this phone. */
  memory: DoorMemory;
}

export interface UnfilledView extends FaceView {
  stale: string;
  tabs: readonly { value: string; label: string }[];
  tab: string;
  rows: readonly { key: string; label: string; value: string; note: string; editable: boolean }[];
  hasMore: boolean;
  none: string;
}

const NOTHING: UnfilledView = {
  ...CONTENT,
  stale: '',
  tabs: [],
  tab: '',
  rows: [],
  hasMore: false,
  none: '',
};

export function viewUnfilled({ kept, unitId, pages, memory }: UnfilledState): UnfilledView {
  const { data, problem, at } = kept;
  if (data === undefined) return { ...NOTHING, ...(problem === undefined ? CONTENT : keptFaceOf(problem)) };
  const unit = data.units.find(({ id }) => id === unitId) ?? data.units[0];
  const rows = rowsOf(unit, memory);
  return {
    ...NOTHING,
    stale: staleWords(problem, at),
    ...tabsOf(data, unit),
    rows: rows.slice(0, PAGE * pages),
    hasMore: rows.length > PAGE * pages,
    none: rows.length === 0 ? UNFILLED_WORDS.none : '',
  };
}

function rowsOf(unit: WallUnit | undefined, memory: DoorMemory): UnfilledView['rows'] {
  if (unit === undefined) return [];
  return unit.doors
    .filter(({ state }) => state === 'missing')
    .map(({ slot, room }) => ({
      key: `${unit.id}-${slot}`,
      label: '',
      value: STAFF_WORDS.door(roomName(room)),
      note: noteOf(memory, `${unit.id}-${slot}`),
      editable: true,
    }));
}

/** What was said of it while it was open, and whether it was reminded today. */
function noteOf({ reminded, said }: DoorMemory, doorId: string): string {
  const before = said[doorId];
  const words = UNFILLED_WORDS.said as Readonly<Record<string, string>>;
  const isOfNow = before?.state === HEAD_WORDS.states.missing;
  return [isOfNow ? (words[before.word] ?? '') : '', reminded.includes(doorId) ? UNFILLED_WORDS.reminded : '']
    .filter((word) => word !== '')
    .join('，');
}

function tabsOf(
  { units, moreUnits }: HeadWallAnswer,
  unit: WallUnit | undefined,
): Pick<UnfilledView, 'tabs' | 'tab'> {
  const named = [
    ...units.map((one) => ({ value: one.id, label: nameOfUnit(one) })),
    ...moreUnits.map(({ id, label }) => ({ value: id, label: nameOfUnit({ id, label, doors: [] }) })),
  ];
  const tabs = named.sort((left, right) => left.label.localeCompare(right.label, 'en', { numeric: true }));
  return tabs.length < 2 ? { tabs: [], tab: '' } : { tabs, tab: unit?.id ?? '' };
}
