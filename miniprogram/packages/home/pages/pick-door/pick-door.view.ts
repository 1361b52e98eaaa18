/** From the compound to the door in tiles; a tower is cut into groups of floors, because nobody reads 136 tiles. */
import type { Plate } from '@domain/census/door';
import type { PickWords } from '../../../../messages/language';
import { PICK_WORDS } from '../../../../messages/pick';

export interface Named {
  id: string;
  label: string;
}

export interface DoorName {
  id: string;
  room: string;
  floor: string;
}

export interface PickState {
  text: string;
  compounds: readonly Named[];
  hasMoreCompounds: boolean;
  compound: Named | undefined;
  buildings: readonly Named[];
  hasMoreBuildings: boolean;
  building: Named | undefined;
  plate: Plate | undefined;
  units: readonly Named[];
  /** Empty while the person has several to choose from. */
  unitId: string;
  doors: readonly DoorName[];
  /** Which group of floors is open. */
  group: number;
  problem: string;
  words: PickWords;
}

interface Tile {
  value: string;
  label: string;
}

export type PickFace = 'compounds' | 'buildings' | 'doors';

export interface PickView {
  face: PickFace;
  /** What has been chosen so far, each to be chosen again. */
  chosen: readonly { key: string; label: string; value: string; editable: boolean }[];
  compounds: readonly Tile[];
  buildings: readonly Tile[];
  units: readonly Tile[];
  unitId: string;
  groups: readonly Tile[];
  group: string;
  doors: readonly Tile[];
  /** Doors a row: a floor, where it has few; 0 leaves it to the tiles. */
  columns: number;
  hasMore: boolean;
  empty: string;
  problem: string;
}

export const EMPTY_PICK: PickState = {
  text: '',
  compounds: [],
  hasMoreCompounds: false,
  compound: undefined,
  buildings: [],
  hasMoreBuildings: false,
  building: undefined,
  plate: undefined,
  units: [],
  unitId: '',
  doors: [],
  group: 0,
  problem: '',
  words: PICK_WORDS,
};

/** Doors on one screen at most. */
const GROUP_MAX = 24;

export function viewPick(state: PickState): PickView {
  const face = faceOf(state);
  return {
    face,
    chosen: chosenOf(state),
    compounds: face === 'compounds' ? state.compounds.map(tileOf) : [],
    buildings: face === 'buildings' ? state.buildings.map(tileOf) : [],
    ...(face === 'doors' ? viewDoors(state) : NO_DOORS),
    hasMore: face === 'compounds' ? state.hasMoreCompounds : face === 'buildings' && state.hasMoreBuildings,
    empty: emptyOf(state, face),
    problem: state.problem,
  };
}

type DoorsView = Pick<PickView, 'units' | 'unitId' | 'groups' | 'group' | 'doors' | 'columns'>;

const NO_DOORS: DoorsView = { units: [], unitId: '', groups: [], group: '', doors: [], columns: 0 };

function viewDoors({ units, unitId, doors, group, words }: PickState): DoorsView {
  const groups = floorGroups(doors);
  const open = groups[group] ?? [];
  return {
    units: units.length > 1 ? units.map(tileOf) : [],
    unitId,
    groups: groups.length > 1 ? groups.map((one, index) => groupTile(one, index, words)) : [],
    group: String(group),
    doors: open.map(({ id, room }) => ({ value: id, label: room })),
    columns: columnsOf(open),
  };
}

/** A row for each floor, so that a column is one above the other as in the house. */
function columnsOf(doors: readonly DoorName[]): number {
  const widest = Math.max(0, ...floorsOf(doors).map((floor) => floor.length));
  return widest === 2 ? widest : 0;
}

/** Whole floors together, at most `GROUP_MAX` doors a group unless one floor has more. */
export function floorGroups(doors: readonly DoorName[]): DoorName[][] {
  const groups: DoorName[][] = [];
  for (const floor of floorsOf(doors)) {
    const last = groups[groups.length - 1];
    if (last !== undefined && last.length + floor.length <= GROUP_MAX) last.push(...floor);
    else groups.push([...floor]);
  }
  return groups;
}

function floorsOf(doors: readonly DoorName[]): DoorName[][] {
  const floors = new Map<string, DoorName[]>();
  for (const door of doors) floors.set(door.floor, [...(floors.get(door.floor) ?? []), door]);
  return [...floors.values()];
}

function faceOf({ compound, building, plate }: PickState): PickFace {
  if (building !== undefined || plate !== undefined) return 'doors';
  return compound === undefined ? 'compounds' : 'buildings';
}

function chosenOf({ compound, building, plate, words }: PickState): PickView['chosen'] {
  const compoundName = compound?.label ?? plate?.compound;
  const buildingName = building?.label ?? plate?.line;
  const lines = [
    { key: 'compound', label: words.compound, value: compoundName ?? '', editable: true },
    { key: 'building', label: words.building, value: buildingName ?? '', editable: true },
  ];
  return lines.filter(({ value }) => value !== '');
}

function emptyOf(state: PickState, face: PickFace): string {
  const { noCompounds, noBuildings, noDoors } = state.words;
  if (state.problem !== '') return '';
  if (face === 'compounds' && state.compounds.length === 0) return noCompounds;
  if (face === 'buildings' && state.buildings.length === 0) return noBuildings;
  const waitsForUnit = state.units.length > 1 && state.unitId === '';
  return face === 'doors' && state.doors.length === 0 && !waitsForUnit ? noDoors : '';
}

function tileOf({ id, label }: Named): Tile {
  return { value: id, label };
}

function groupTile(group: readonly DoorName[], index: number, { floor, floors }: PickWords): Tile {
  const first = group[0]?.floor ?? '';
  const last = group[group.length - 1]?.floor ?? '';
  return {
    value: String(index),
    label: first === last ? floor(first) : floors(first, last),
  };
}
