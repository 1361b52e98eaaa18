/** The doors of a building, one by one: what can go, what can come. */
import { STAFF_WORDS, roomName } from '../../../../messages/staff';
import { DOORS_WORDS } from '../../../../messages/manage';
import { plateWords } from '@domain/area/plate';
import type { WallUnit } from '@domain/contract/census';
import type { Plate } from '@domain/census/door';
import type { ProblemReport } from '@domain/kernel/problem';
import { sentenceFor } from '@domain/kernel/problem';
import { CONTENT, faceOf, type FaceView } from '../../../../services/staff-page';
import { doorAtKey, facadeOf, nameOfUnit, type FacadeUnit } from '../../../../services/wall-units';

export interface DoorsAnswer {
  plate: Plate;
  units: WallUnit[];
}

export interface Addition {
  unitId: string;
  room: string;
  floor: number;
}

export interface DoorsView extends FaceView {
  building: string;
  facade: readonly FacadeUnit[];
  units: readonly { value: string; label: string }[];
  unitId: string;
  room: string;
  floor: number;
}

export const NO_DOORS: DoorsView = {
  ...CONTENT,
  building: '',
  facade: [],
  units: [],
  unitId: '',
  room: '',
  floor: 1,
};

export function viewDoors({ plate, units }: DoorsAnswer, addition: Addition): DoorsView {
  return {
    ...NO_DOORS,
    building: plateWords(plate),
    facade: facadeOf(units),
    units: units.length < 2 ? [] : units.map((unit) => ({ value: unit.id, label: nameOfUnit(unit) })),
    ...addition,
  };
}

export function problemView(problem: Pick<ProblemReport, 'code' | 'details'>): DoorsView {
  return { ...NO_DOORS, ...faceOf(problem) };
}

/** 「2单元502 室」 */
export function doorName(units: readonly WallUnit[], key: string): string {
  const door = doorAtKey(units, key);
  const unit = units[Number(key.split('-')[0])];
  return door === undefined || unit === undefined ? '' : unit.label + STAFF_WORDS.door(roomName(door.room));
}

export function refusalWords(problem: ProblemReport, edit: { act: 'remove' | 'add'; door: string }): string {
  if (problem.code !== 'WRONG_STATE') return sentenceFor(problem);
  return edit.act === 'add' ? DOORS_WORDS.twin : DOORS_WORDS.hasPeople(edit.door);
}
