/** Stickers of one building, and the code of one door that has to go. */
import { STAFF_WORDS, roomName } from '../../../../messages/staff';
import { CODES_WORDS } from '../../../../messages/worker';
import type { Opening } from '../../../../services/documents';
import type { Kept } from '../../../../services/kept-answers';
import { CONTENT, keptFaceOf, staleWords, type FaceView } from '../../../../services/staff-page';
import { doorAtKey, facadeOf, type FacadeUnit } from '../../../../services/wall-units';
import { nameOfBuilding } from '../today/today.view';
import type { WallAnswer } from '../wall/wall.view';

export interface CodesView extends FaceView {
  stale: string;
  building: string;
  facade: readonly FacadeUnit[];
}

export function viewCodes({ data, problem, at }: Kept<WallAnswer>): CodesView {
  const base = { ...CONTENT, stale: '', building: '', facade: [] };
  if (data === undefined) return { ...base, ...(problem === undefined ? CONTENT : keptFaceOf(problem)) };
  return {
    ...base,
    stale: staleWords(problem, at),
    building: nameOfBuilding(data.plate),
    facade: facadeOf(data.units),
  };
}

/** 「2单元502 室」 */
export function doorName(wall: WallAnswer | undefined, key: string): string {
  const door = wall === undefined ? undefined : doorAtKey(wall.units, key);
  const unit = wall?.units[Number(key.split('-')[0])];
  if (door === undefined || unit === undefined) return '';
  return unit.label + STAFF_WORDS.door(roomName(door.room));
}

export function openingWords(opening: Opening): string {
  if (opening === 'notFetched') return CODES_WORDS.notFetched;
  return opening === 'notShown' ? CODES_WORDS.notShown : CODES_WORDS.printedDetail;
}
