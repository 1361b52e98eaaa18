/** From the description to the building that will stand there, drawn before anything is saved. */
import type { BuildingFrame, FrameUnit } from '@domain/area/frame';
import { buildingWords, NO_UNIT, unitWords } from '@domain/area/door-address';
import { roomName, unitName } from '../../../../messages/staff';
import { SKELETON_WORDS } from '../../../../messages/manage';
import { CONTENT, type FaceView } from '../../../../services/staff-page';
import type { FacadeUnit } from '../../../../services/wall-units';
import { drawForm, PATTERNS, type Drawn, type PatternName, type SkeletonForm } from './skeleton-form';

interface Named {
  id: string;
  name: string;
}

export interface SkeletonState {
  /** Compounds that were found; the chosen one opens the form. */
  compounds: readonly (Named & { community: string })[];
  compound: Named | undefined;
  grids: readonly Named[];
  gridId: string;
  form: SkeletonForm;
  isSaving: boolean;
  problem: string;
  /** The building that was built. */
  saved: { id: string; doors: number } | undefined;
}

interface Tile {
  value: string;
  label: string;
  hint?: string;
}

export interface SkeletonView extends FaceView {
  step: 'compound' | 'form' | 'saved';
  compounds: readonly Tile[];
  compound: string;
  grids: readonly Tile[];
  gridId: string;
  form: SkeletonForm;
  isTower: boolean;
  isSingle: boolean;
  unitsAsk: string;
  facade: readonly FacadeUnit[];
  preview: string;
  problems: readonly string[];
  canSave: boolean;
  saveWords: string;
  saved: string;
}

/** A drawing of more doors says nothing more, and weighs too much. */
const DOORS_DRAWN = 96;
const ROWS_OF_A_TOWER = 8;

export const KIND_TILES: readonly Tile[] = Object.entries(SKELETON_WORDS.kinds).map(([value, label]) => ({
  value,
  label,
}));
export const UNIT_TILES: readonly Tile[] = [
  { value: 'yes', label: SKELETON_WORDS.hasUnits },
  { value: 'no', label: SKELETON_WORDS.noUnits },
];
export const GAP_TILES: readonly Tile[] = [
  { value: 'no', label: SKELETON_WORDS.noGaps },
  { value: 'yes', label: SKELETON_WORDS.hasGaps },
];
export const PATTERN_TILES: readonly Tile[] = (Object.keys(PATTERNS) as PatternName[]).map((value) => ({
  value,
  label: SKELETON_WORDS.patterns[value],
}));

export function viewSkeleton(state: SkeletonState): SkeletonView {
  const { form, saved, problem } = state;
  const step = stepOf(state);
  const drawn = drawForm(form);
  return {
    ...CONTENT,
    step,
    compounds: step === 'compound' ? state.compounds.map(compoundTile) : [],
    compound: state.compound?.name ?? '',
    grids: state.grids.map(({ id, name }) => ({ value: id, label: name })),
    gridId: state.gridId,
    form,
    isTower: form.kind === 'tower',
    isSingle: form.kind === 'single',
    unitsAsk: form.hasUnits ? 'yes' : 'no',
    ...(step === 'form' ? pictureOf(drawn) : { facade: [], preview: '' }),
    problems: problem === '' ? drawn.problems : [problem, ...drawn.problems],
    ...savingOf(state, drawn),
    saved: saved === undefined ? '' : SKELETON_WORDS.saved(buildingWords(form.label.trim()), saved.doors),
  };
}

function stepOf({ saved, compound }: SkeletonState): SkeletonView['step'] {
  if (saved !== undefined) return 'saved';
  return compound === undefined ? 'compound' : 'form';
}

function pictureOf({ frame, doors }: Drawn): Pick<SkeletonView, 'facade' | 'preview'> {
  if (frame === undefined) return { facade: [], preview: '' };
  const facade = previewOf(frame);
  const stairs = frame.units.filter(({ label }) => label !== NO_UNIT).length;
  const drawn = facade.flatMap(({ floors }) => floors.flatMap((floor) => floor.doors)).length;
  const words = SKELETON_WORDS.preview(stairs, doors);
  return { facade, preview: drawn < doors ? `${words}。${SKELETON_WORDS.previewPart}` : words };
}

function compoundTile({ id, name, community }: SkeletonState['compounds'][number]): Tile {
  return { value: id, label: name, hint: community };
}

/** The button says what is still needed. */
function savingOf(
  { form, gridId, isSaving }: SkeletonState,
  { problems }: Drawn,
): Pick<SkeletonView, 'canSave' | 'saveWords'> {
  const needed = [
    ...(isSaving ? [SKELETON_WORDS.saving] : []),
    ...(form.label.trim() === '' ? [SKELETON_WORDS.labelMissing] : []),
    ...(gridId === '' ? [SKELETON_WORDS.gridMissing] : []),
  ];
  return {
    canSave: needed.length === 0 && problems.length === 0,
    saveWords: needed[0] ?? SKELETON_WORDS.save,
  };
}

/** Whole units as long as they fit; of one that is too large its upper and its lower floors. */
export function previewOf(frame: BuildingFrame): FacadeUnit[] {
  const shown: FrameUnit[] = [];
  let doors = 0;
  for (const unit of frame.units) {
    doors += unit.rows.reduce((sum, row) => sum + row.doors.length, 0);
    if (shown.length > 0 && doors > DOORS_DRAWN) break;
    shown.push(doors > DOORS_DRAWN ? withoutMiddle(unit) : unit);
  }
  return shown.map(facadeUnit);
}

function withoutMiddle(unit: FrameUnit): FrameUnit {
  const { rows } = unit;
  if (rows.length <= 2 * ROWS_OF_A_TOWER) return unit;
  return { ...unit, rows: [...rows.slice(0, ROWS_OF_A_TOWER), ...rows.slice(-ROWS_OF_A_TOWER)] };
}

function facadeUnit({ label, rows }: FrameUnit, index: number): FacadeUnit {
  const rooms = rows.flatMap((row) => row.doors.map((door) => door.label));
  return {
    key: String(index),
    label: unitName(unitWords(label), rooms),
    floors: rows.map(({ floor, floorLabel, doors }) => ({
      key: String(floor),
      label: floorLabel,
      doors: doors.map((door) => ({
        key: `${index}-${door.slot}`,
        label: roomName(door.label),
        state: 'missing',
      })),
    })),
  };
}
