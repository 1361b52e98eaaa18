/** What each way brought on each day, and the ways that each compound goes. */
import type { TacticPart } from '@domain/contract/tactic';
import { tacticWayTable } from '@domain/codes/tables';
import { momentWords } from '@domain/kernel/day';
import { TACTIC_WAYS, YIELD_GROUPS, type YieldCounts, type YieldGroup } from '@domain/work/tactic';
import { STAFF_WORDS } from '../../../../messages/staff';
import { TACTIC_WORDS } from '../../../../messages/tactic';
import { tilesOf } from '../../../../services/code-tiles';
import type { Kept } from '../../../../services/kept-answers';
import { CONTENT, keptFaceOf, staleWords, type FaceView } from '../../../../services/staff-page';

export interface TacticAnswer {
  id: string;
  name: string;
  kind: 'street' | 'community' | 'compound' | 'grid';
  left: number;
  total: YieldCounts;
  days: { day: string; counts: YieldCounts }[];
  parts: TacticPart[];
  asOf: number;
}

export interface TacticState {
  kept: Kept<TacticAnswer>;
  /** Name of the scope above, for the way back. */
  above: string;
  /** The compound whose ways are being chosen, and what is chosen so far. */
  editing: { id: string; ways: readonly string[] } | undefined;
}

interface Cell {
  key: string;
  words: string;
}

interface Row {
  key: string;
  label: string;
  cells: readonly Cell[];
  spoken: string;
}

interface Part {
  key: string;
  label: string;
  left: string;
  /** Words of its ways; empty for a community. */
  ways: string;
}

export interface TacticView extends FaceView {
  stale: string;
  name: string;
  left: string;
  asOf: string;
  up: string;
  heads: readonly Cell[];
  rows: readonly Row[];
  below: string;
  parts: readonly Part[];
  /** Parts that are opened by a touch; the others have their ways chosen. */
  opensBelow: boolean;
  hasHard: boolean;
  editTitle: string;
  chosen: readonly string[];
}

export const WAY_TILES = tilesOf<string>(TACTIC_WAYS, tacticWayTable);

/** Scopes whose parts are opened and have no ways of their own. */
const OPENED: readonly TacticAnswer['kind'][] = ['street', 'grid'];

const NOTHING: TacticView = {
  ...CONTENT,
  stale: '',
  name: '',
  left: '',
  asOf: '',
  up: '',
  heads: [],
  rows: [],
  below: '',
  parts: [],
  opensBelow: false,
  hasHard: false,
  editTitle: '',
  chosen: [],
};

export function viewTactic({ kept, above, editing }: TacticState): TacticView {
  const { data, problem, at } = kept;
  const up = above === '' ? '' : TACTIC_WORDS.up(above);
  if (data === undefined) return { ...NOTHING, ...faceFor(problem), up };
  const { name, kind, left, parts, asOf } = data;
  const edited = parts.find(({ id }) => id === editing?.id);
  return {
    ...NOTHING,
    ...tableOf(data),
    stale: staleWords(problem, at),
    name,
    left: TACTIC_WORDS.left(left),
    asOf: TACTIC_WORDS.asOf(momentWords(asOf)),
    up,
    below: belowWords(data),
    parts: parts.map((part) => partOf(part, kind)),
    opensBelow: OPENED.includes(kind),
    hasHard: !OPENED.includes(kind) && left > 0,
    editTitle: edited === undefined ? '' : TACTIC_WORDS.editTitle(edited.name),
    chosen: editing?.ways ?? [],
  };
}

/** What stands above the parts; a grid worker of one grid has none. */
function belowWords({ kind, parts }: TacticAnswer): string {
  if (kind === 'grid') return parts.length === 0 ? '' : TACTIC_WORDS.grids;
  return kind === 'street' ? TACTIC_WORDS.communities(parts.length) : TACTIC_WORDS.compounds;
}

function faceFor(problem: Kept<TacticAnswer>['problem']): FaceView {
  if (problem === undefined) return CONTENT;
  if (problem.code !== 'NOT_FOUND') return keptFaceOf(problem);
  const { empty, emptyDetail } = TACTIC_WORDS;
  return { face: 'empty', sentence: empty, detail: emptyDetail, action: STAFF_WORDS.look };
}

function partOf({ id, name, left, ways }: TacticPart, kind: TacticAnswer['kind']): Part {
  const words = ways.map((way) => tacticWayTable.labelOf(way)).join('、');
  return {
    key: id,
    label: name,
    left: TACTIC_WORDS.left(left),
    ways: OPENED.includes(kind) ? '' : words || TACTIC_WORDS.noWays,
  };
}

/** Columns of the ways that have brought something; the sum first, then the newest day. */
function tableOf({ total, days }: TacticAnswer): Pick<TacticView, 'heads' | 'rows'> {
  const groups = YIELD_GROUPS.filter((group) => total[group] !== undefined);
  const sum = rowOf({ key: 'sum', label: TACTIC_WORDS.sum }, total, groups);
  const rows = days.map(({ day, counts }) => rowOf({ key: day, label: shortDay(day) }, counts, groups));
  return {
    heads: groups.map((group) => ({ key: group, words: TACTIC_WORDS.groups[group] })),
    rows: groups.length === 0 ? [] : [sum, ...rows],
  };
}

function rowOf(
  { key, label }: Pick<Row, 'key' | 'label'>,
  counts: YieldCounts,
  groups: readonly YieldGroup[],
): Row {
  const cells = groups.map((group) => ({ key: group, words: String(counts[group]?.total ?? 0) }));
  const spoken = cells.map((cell, at) => `${TACTIC_WORDS.groups[groups[at] ?? 'own']} ${cell.words}`);
  return { key, label, cells, spoken: `${label}，${spoken.join('，')}` };
}

/** `3.10` */
function shortDay(day: string): string {
  return `${Number(day.slice(5, 7))}.${Number(day.slice(8, 10))}`;
}
