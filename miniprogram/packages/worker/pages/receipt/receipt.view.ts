/** Building, door, code, verdict: one step at a time. */
import { doorLine } from '@domain/area/plate';
import { foldCode } from '@domain/kernel/crockford';
import { dayWords } from '@domain/kernel/day';
import { STAFF_WORDS } from '../../../../messages/staff';
import { RECEIPT_WORDS } from '../../../../messages/worker';
import type { Kept } from '../../../../services/kept-answers';
import { CONTENT, keptFaceOf, type FaceView } from '../../../../services/staff-page';
import { doorAtKey, facadeOf, type FacadeUnit } from '../../../../services/wall-units';
import type { ReceiptVerdict } from '../../services/receipt-check';
import { nameOfBuilding, type BuildingsAnswer } from '../today/today.view';
import type { WallAnswer } from '../wall/wall.view';

export interface ReceiptState {
  buildings: Kept<BuildingsAnswer> | undefined;
  wall: WallAnswer | undefined;
  /** All keys of the building are on this phone. */
  isReady: boolean;
  /** Why the building could not be opened. */
  problem: string;
  doorKey: string;
  verdict: ReceiptVerdict | undefined;
}

export const NEW_RECEIPT: ReceiptState = {
  buildings: undefined,
  wall: undefined,
  isReady: false,
  problem: '',
  doorKey: '',
  verdict: undefined,
};

type Step = 'building' | 'door' | 'code';

export interface ReceiptView extends FaceView {
  step: Step;
  problem: string;
  ready: string;
  buildings: readonly { value: string; label: string }[];
  building: string;
  facade: readonly FacadeUnit[];
  compound: string;
  line: string;
  tone: 'ok' | 'warn' | '';
  verdict: string;
  verdictDetail: string;
}

const CODE_LENGTH = 11;

export function viewReceipt(state: ReceiptState): ReceiptView {
  const { wall, doorKey } = state;
  const step: Step = wall === undefined ? 'building' : doorKey === '' ? 'door' : 'code';
  return {
    ...faceFor(state),
    step,
    problem: state.problem,
    ready: step === 'door' ? readyWords(state) : '',
    buildings: step === 'building' ? buildingTiles(state) : [],
    building: wall === undefined ? '' : nameOfBuilding(wall.plate),
    facade: step === 'door' && wall !== undefined ? facadeOf(wall.units) : [],
    ...plateOf(state),
    ...verdictOf(state.verdict),
  };
}

/** Empty where the text can be a code; otherwise what is wrong with it. */
export function typedProblem(typed: string): string {
  return foldCode(typed).length === CODE_LENGTH ? '' : RECEIPT_WORDS.short;
}

/** What a camera read: the code itself, or an address that ends in one. */
export function codeInScan(text: string): string {
  return /([0-9A-Za-z-]{11,13})$/.exec(text.trim())?.[1] ?? '';
}

function faceFor({ buildings, wall }: ReceiptState): FaceView {
  if (wall !== undefined || buildings === undefined) return CONTENT;
  if (buildings.data === undefined) {
    return buildings.problem === undefined ? CONTENT : keptFaceOf(buildings.problem);
  }
  if (buildings.data.buildings.length > 0) return CONTENT;
  return { face: 'empty', sentence: RECEIPT_WORDS.empty, detail: '', action: STAFF_WORDS.look };
}

function readyWords({ isReady }: ReceiptState): string {
  return isReady ? RECEIPT_WORDS.ready : RECEIPT_WORDS.noKeyDetail;
}

function buildingTiles({ buildings }: ReceiptState): ReceiptView['buildings'] {
  return (buildings?.data?.buildings ?? []).map(({ id, plate }) => ({
    value: id,
    label: nameOfBuilding(plate),
  }));
}

function plateOf({ wall, doorKey }: ReceiptState): { compound: string; line: string } {
  const door = wall === undefined ? undefined : doorAtKey(wall.units, doorKey);
  const unit = wall?.units[Number(doorKey.split('-')[0])];
  if (wall === undefined || door === undefined || unit === undefined) return { compound: '', line: '' };
  const { compound, line } = wall.plate;
  return { compound, line: doorLine(line, unit.label, door.room) };
}

function verdictOf(
  verdict: ReceiptVerdict | undefined,
): Pick<ReceiptView, 'tone' | 'verdict' | 'verdictDetail'> {
  switch (verdict?.verdict) {
    case undefined:
      return { tone: '', verdict: '', verdictDetail: '' };
    case 'genuine':
      return {
        tone: 'ok',
        verdict: RECEIPT_WORDS.genuine(dayWords(verdict.day)),
        verdictDetail: RECEIPT_WORDS.genuineDetail,
      };
    case 'mistyped':
      return { tone: 'warn', verdict: RECEIPT_WORDS.mistyped, verdictDetail: '' };
    case 'notThisDoor':
      return {
        tone: 'warn',
        verdict: RECEIPT_WORDS.notThisDoor,
        verdictDetail: RECEIPT_WORDS.notThisDoorDetail,
      };
    case 'noKey':
      return { tone: 'warn', verdict: RECEIPT_WORDS.noKey, verdictDetail: RECEIPT_WORDS.noKeyDetail };
  }
}
