import { readConditions, type Conditions, type FieldCondition } from './conditions';
import type { Index } from './index';
import { after, directed, encodeValue, TOP, typeTag, type Direction, type Plain } from './key';

export type Sort = [path: string, direction: Direction][];

/** Keys from `low` (included) to `high` (excluded) of an index. */
export interface KeyRange {
  low: Buffer;
  high: Buffer;
}

export interface Plan {
  index: Index;
  ranges: KeyRange[];
  /** Every document in the ranges fits the filter: nothing is left to test. */
  exact: boolean;
  /** The index hands the documents over in the order asked for, read this way. */
  order: 'forward' | 'backward' | undefined;
}

interface ScoredPlan extends Plan {
  score: number;
}

/** A list of ids may be as long as a page: whatever a query may answer can also be asked for by id. */
const POINTS_MAX = 1_000;
const SCORE = { point: 2, points: 1.5, range: 1, order: 0.7, wholeUnique: 100 };

/** The best use of the indexes for a filter and an order; `undefined` means that only a scan would answer. */
export function planQuery(indexes: Index[], filter: Plain, sort: Sort): Plan | undefined {
  const conditions = readConditions(filter);
  const plans = indexes.flatMap((index) => planIndex(index, conditions, sort) ?? []);
  return plans.reduce<ScoredPlan | undefined>(
    (best, plan) => (plan.score > (best?.score ?? 0) ? plan : best),
    undefined,
  );
}

/** One index: the longest prefix of points, then at most one range, then perhaps the order. */
function planIndex(index: Index, conditions: Conditions, sort: Sort): ScoredPlan | undefined {
  const prefix = walkPrefix(index, conditions);
  const order = orderOf(index, prefix, sort);
  const filtered = conditions.fields.size > 0 || !conditions.complete;
  if (prefix.used.size === 0 && (filtered || order === undefined)) return undefined;

  const allUsed = [...conditions.fields.keys()].every((path) => prefix.used.has(path));
  const exact = conditions.complete && allUsed && !index.multikey;
  const whole = isWhole(index, prefix) ? SCORE.wholeUnique : 0;
  const score = whole + prefix.score + (order === undefined ? 0 : SCORE.order);
  return { index, ranges: prefix.ranges, exact, order, score };
}

/** The points name one document of a unique index. */
function isWhole({ definition }: Index, { points }: Prefix): boolean {
  return definition.unique && points === definition.fields.length;
}

interface Prefix {
  ranges: KeyRange[];
  used: Set<string>;
  points: number;
  /** Fields at the front that hold one single value each, so that the order of the rest is the order of the keys. */
  single: number;
  score: number;
}

function walkPrefix(index: Index, { fields }: Conditions): Prefix {
  let keys = [Buffer.alloc(0)];
  const prefix: Prefix = { ranges: [], used: new Set(), points: 0, single: 0, score: 0 };
  for (const [path, direction] of index.definition.fields) {
    const condition = fields.get(path);
    if (condition === undefined) break;
    const points = condition.points ?? [];
    if (points.length === 0 || keys.length * points.length > POINTS_MAX) {
      // A range ends the prefix, and two bounds may be met by two members of an array.
      if (!isBounded(condition) || index.arrays.has(path)) break;
      prefix.used.add(path);
      prefix.score += SCORE.range;
      prefix.ranges = keys.map((key) => boundedRange(key, condition, direction));
      return prefix;
    }
    const ends = points.map((point) => directed(encodeValue(point), direction));
    keys = keys.flatMap((key) => ends.map((end) => Buffer.concat([key, end])));
    prefix.used.add(path);
    countPoints(prefix, points.length);
  }
  prefix.ranges = keys.map((key) => ({ low: key, high: key.length === 0 ? TOP : after(key) }));
  return prefix;
}

function isBounded({ lower, upper }: FieldCondition): boolean {
  return lower !== undefined || upper !== undefined;
}

function countPoints(prefix: Prefix, points: number): void {
  if (points === 1 && prefix.single === prefix.points) prefix.single += 1;
  prefix.points += 1;
  prefix.score += points === 1 ? SCORE.point : SCORE.points;
}

function boundedRange(prefix: Buffer, { lower, upper }: FieldCondition, direction: Direction): KeyRange {
  const key = (bytes: Buffer): Buffer => Buffer.concat([prefix, directed(bytes, direction)]);
  const type = key(typeTag((lower ?? upper)?.value));
  // In a descending field the greatest value has the least key, so the two ends change places.
  const [first, last] = direction === 1 ? [lower, upper] : [upper, lower];
  const low = first === undefined ? type : edge(key(encodeValue(first.value)), !first.inclusive);
  const high = last === undefined ? after(type) : edge(key(encodeValue(last.value)), last.inclusive);
  return { low, high };
}

/** The place in the key space before, or behind, everything that begins with a key. */
function edge(key: Buffer, behind: boolean): Buffer {
  return behind ? after(key) : key;
}

/** The index gives the order when the sort names its fields in turn behind the single points, all one way or all reversed. */
function orderOf(index: Index, prefix: Prefix, sort: Sort): Plan['order'] {
  if (sort.length === 0 || index.multikey || prefix.ranges.length !== 1) return undefined;
  const { fields } = index.definition;
  const fixed = new Set(fields.slice(0, prefix.single).map(([path]) => path));
  const open = sort.filter(([path]) => !fixed.has(path));
  const turns = open.map(([path, direction], position) => {
    const field = fields[prefix.single + position];
    return field?.[0] === path ? field[1] * direction : 0;
  });
  if (turns.every((turn) => turn === 1)) return 'forward';
  return turns.every((turn) => turn === -1) ? 'backward' : undefined;
}
