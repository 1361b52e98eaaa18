/** What a person says about a building, with the answers of an ordinary one, and the description that is made of it. */
import type { BuildingSpec } from '@domain/area/building-spec';
import { NO_UNIT } from '@domain/area/door-address';
import { drawFrame, doorsOf, type BuildingFrame } from '@domain/area/frame';
import { SKELETON_WORDS } from '../../../../messages/manage';

export type BuildingKind = BuildingSpec['kind'];

/** Room labels by the way they are written: on a floor, and in a row of bungalows. */
export const PATTERNS = {
  plain: '{f}{nn}',
  dash: '{f}-{n}',
  unit: '{u}{f}{nn}',
} as const;
export type PatternName = keyof typeof PATTERNS;
const ROW_PATTERN = '{n}';
/** Stands for the number that nobody has typed yet, so that the drawing does not wait for it. */
const UNNAMED = '新';

export interface SkeletonForm {
  label: string;
  zone: string;
  kind: BuildingKind;
  units: number;
  /** False where plates name no unit. */
  hasUnits: boolean;
  floors: number;
  rooms: number;
  pattern: PatternName;
  hasGaps: boolean;
  skip: string;
  renamed: string;
  shops: number;
  basements: number;
}

/** Six floors, three units, two doors a floor: most of what stands in the street. */
export const NEW_FORM: SkeletonForm = {
  label: '',
  zone: '',
  kind: 'tower',
  units: 3,
  hasUnits: true,
  floors: 6,
  rooms: 2,
  pattern: 'plain',
  hasGaps: false,
  skip: '',
  renamed: '',
  shops: 0,
  basements: 0,
};

export interface Drawn {
  spec: BuildingSpec;
  frame: BuildingFrame | undefined;
  doors: number;
  problems: readonly string[];
}

export function drawForm(form: SkeletonForm): Drawn {
  const spec = specOf(form);
  const drawing = drawFrame(spec, { zone: form.zone.trim(), order: 1 });
  const problems = [...gapProblems(form), ...(drawing.ok ? [] : drawing.problems)];
  const frame = drawing.ok ? drawing.frame : undefined;
  return { spec, frame, doors: frame === undefined ? 0 : doorsOf(frame).length, problems };
}

export function specOf(form: SkeletonForm): BuildingSpec {
  const { kind, floors, rooms, pattern, hasGaps } = form;
  const isTower = kind === 'tower';
  const labels = unitLabels(form);
  return {
    label: form.label.trim() || UNNAMED,
    kind,
    floors: isTower ? `1-${floors}` : '1',
    skipFloors: isTower && hasGaps ? (readSkip(form.skip) ?? []) : [],
    renamedFloors: isTower && hasGaps ? (readRenamed(form.renamed) ?? {}) : {},
    units: labels.map((label) => ({
      label,
      roomsPerFloor: kind === 'single' ? 1 : rooms,
      pattern: isTower ? PATTERNS[pattern] : ROW_PATTERN,
    })),
    shops: form.shops,
    basements: form.basements,
  };
}

function unitLabels({ kind, units, hasUnits }: SkeletonForm): string[] {
  if (kind !== 'tower' || !hasUnits) return [NO_UNIT];
  return Array.from({ length: units }, (_, index) => String(index + 1));
}

function gapProblems({ kind, hasGaps, skip, renamed }: SkeletonForm): string[] {
  if (kind !== 'tower' || !hasGaps) return [];
  return [
    ...(readSkip(skip) === undefined ? [SKELETON_WORDS.skipWrong] : []),
    ...(readRenamed(renamed) === undefined ? [SKELETON_WORDS.renamedWrong] : []),
  ];
}

/** `4、14` */
function readSkip(text: string): number[] | undefined {
  const parts = partsOf(text);
  return parts.every((part) => /^\d{1,2}$/.test(part)) ? parts.map(Number) : undefined;
}

/** `4=3A、14=13A` */
function readRenamed(text: string): Record<string, string> | undefined {
  const renamed: Record<string, string> = {};
  for (const part of partsOf(text)) {
    const [, floor, name] = /^(\d{1,2})\s*[=＝]\s*(\S{1,4})$/.exec(part) ?? [];
    if (floor === undefined || name === undefined) return undefined;
    renamed[floor] = name;
  }
  return renamed;
}

function partsOf(text: string): string[] {
  return text
    .split(/[、,，;；\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
