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

interface Bound {
  value: unknown;
  inclusive: boolean;
}

/** What a filter says about one field, as far as an index can use it. `complete`: there is nothing more it says. */
interface FieldCondition {
  points?: unknown[];
  lower?: Bound;
  upper?: Bound;
  complete: boolean;
}

const POINTS_MAX = 200;

/** The best use of the indexes for a filter and an order; `undefined` means that only a scan would answer. */
export function planQuery(indexes: Index[], filter: Plain, sort: Sort): Plan | undefined {
  const { fields, complete } = readConditions(filter);
  let best: { plan: Plan; score: number } | undefined;
  for (const index of indexes) {
    const candidate = planIndex(index, fields, complete, sort);
    if (candidate !== undefined && (best === undefined || candidate.score > best.score)) best = candidate;
  }
  return best?.plan;
}

/** One index: the longest prefix of points, then at most one range, then perhaps the order. */
function planIndex(
  index: Index,
  fields: Map<string, FieldCondition>,
  complete: boolean,
  sort: Sort,
): { plan: Plan; score: number } | undefined {
  const walk = walkPrefix(index, fields);
  const order = orderOf(index, walk, sort);
  const filtered = fields.size > 0 || !complete;
  if (walk.used.size === 0 && (filtered || order === undefined)) return undefined;

  const allUsed = [...fields].every(([path, condition]) => walk.used.has(path) && condition.complete);
  const plan: Plan = { index, ranges: walk.ranges, exact: complete && allUsed && !index.multikey, order };
  const whole = index.definition.unique && walk.points === index.definition.fields.length ? 100 : 0;
  return { plan, score: whole + walk.score + (sort.length > 0 && order !== undefined ? 0.7 : 0) };
}

interface Prefix {
  ranges: KeyRange[];
  used: Set<string>;
  points: number;
  /** Fields at the front that hold one single value each, so that the order of the rest is the order of the keys. */
  single: number;
  score: number;
}

function walkPrefix(index: Index, fields: Map<string, FieldCondition>): Prefix {
  let prefixes = [Buffer.alloc(0)];
  const state: Prefix = { ranges: [], used: new Set(), points: 0, single: 0, score: 0 };
  for (const [path, direction] of index.definition.fields) {
    const condition = fields.get(path);
    const points = condition?.points;
    if (condition !== undefined && points !== undefined && prefixes.length * points.length <= POINTS_MAX) {
      prefixes = prefixes.flatMap((prefix) =>
        points.map((point) => Buffer.concat([prefix, directed(encodeValue(point), direction)])),
      );
      if (points.length === 1 && state.single === state.points) state.single += 1;
      state.points += 1;
      state.used.add(path);
      state.score += points.length === 1 ? 2 : 1.5;
      continue;
    }
    if (
      condition !== undefined &&
      (condition.lower ?? condition.upper) !== undefined &&
      !index.arrays.has(path)
    ) {
      state.ranges = prefixes.map((prefix) => boundedRange(prefix, condition, direction));
      state.used.add(path);
      state.score += 1;
      return state;
    }
    break;
  }
  state.ranges = prefixes.map((prefix) => ({ low: prefix, high: prefix.length === 0 ? TOP : after(prefix) }));
  return state;
}

function boundedRange(prefix: Buffer, { lower, upper }: FieldCondition, direction: Direction): KeyRange {
  const key = (bytes: Buffer): Buffer => Buffer.concat([prefix, directed(bytes, direction)]);
  const type = key(typeTag((lower ?? upper)?.value));
  // In a descending field the greatest value has the least key, so the two ends change places.
  const [first, last] = direction === 1 ? [lower, upper] : [upper, lower];
  const low =
    first === undefined
      ? type
      : first.inclusive
        ? key(encodeValue(first.value))
        : after(key(encodeValue(first.value)));
  const high =
    last === undefined
      ? after(type)
      : last.inclusive
        ? after(key(encodeValue(last.value)))
        : key(encodeValue(last.value));
  return { low, high };
}

/** The index gives the order when the sort names its fields in turn behind the single points, all one way or all reversed. */
function orderOf(index: Index, walk: Prefix, sort: Sort): Plan['order'] {
  if (index.multikey || walk.ranges.length !== 1) return undefined;
  const { fields } = index.definition;
  const fixed = new Set(fields.slice(0, walk.single).map(([path]) => path));
  const open = sort.filter(([path]) => !fixed.has(path));
  if (sort.length === 0) return undefined;
  const directions = new Set<number>();
  for (const [position, [path, direction]] of open.entries()) {
    const field = fields[walk.single + position];
    if (field === undefined || field[0] !== path) return undefined;
    directions.add(field[1] * direction);
  }
  if (directions.size > 1) return undefined;
  return directions.has(-1) ? 'backward' : 'forward';
}

/** Conditions at the top level and in the members of a top-level `$and`; the rest is left to the re-check. */
function readConditions(filter: Plain): { fields: Map<string, FieldCondition>; complete: boolean } {
  const fields = new Map<string, FieldCondition>();
  let complete = true;
  const read = (part: Plain, nested: boolean): void => {
    for (const [name, value] of Object.entries(part)) {
      if (name === '$and' && !nested && Array.isArray(value))
        for (const member of value) read(member as Plain, true);
      else if (name.startsWith('$')) complete = false;
      else mergeCondition(fields, name, value);
    }
  };
  read(filter, false);
  for (const [path, condition] of fields) {
    const usable = condition.points ?? condition.lower ?? condition.upper;
    if (usable === undefined) {
      fields.delete(path);
      complete = false;
    }
  }
  return { fields, complete };
}

function mergeCondition(fields: Map<string, FieldCondition>, path: string, value: unknown): void {
  const condition = fields.get(path) ?? { complete: true };
  fields.set(path, condition);
  for (const [operator, operand] of operatorsOf(value)) {
    if (!addOperator(condition, operator, operand)) condition.complete = false;
  }
  const { lower, upper } = condition;
  if (lower !== undefined && upper !== undefined && !typeTag(lower.value).equals(typeTag(upper.value))) {
    delete condition.upper;
    condition.complete = false;
  }
}

function operatorsOf(value: unknown): [string, unknown][] {
  if (value instanceof RegExp) return [['$regex', value]];
  if (value === null || typeof value !== 'object' || value instanceof Date || Array.isArray(value))
    return [['$eq', value]];
  const entries = Object.entries(value);
  return entries.some(([name]) => name.startsWith('$')) ? entries : [['$eq', value]];
}

/** Adds what the operator says if an index can use it; answers whether that was all it says. */
function addOperator(condition: FieldCondition, operator: string, operand: unknown): boolean {
  if (operator === '$eq' || operator === '$in') {
    const points = operator === '$eq' ? [operand] : (operand as unknown[]);
    if (
      !Array.isArray(points) ||
      points.length === 0 ||
      !points.every(isPoint) ||
      condition.points !== undefined
    )
      return false;
    condition.points = [
      ...new Map(points.map((point) => [encodeValue(point).toString('latin1'), point])).values(),
    ];
    return condition.lower === undefined && condition.upper === undefined;
  }
  if (operator === '$regex') return addRegExpPrefix(condition, operand);
  const side =
    operator === '$gt' || operator === '$gte'
      ? 'lower'
      : operator === '$lt' || operator === '$lte'
        ? 'upper'
        : undefined;
  if (side === undefined || !isPoint(operand) || operand === null || condition[side] !== undefined)
    return false;
  condition[side] = { value: operand, inclusive: operator.endsWith('e') };
  return condition.points === undefined;
}

/** An anchored, case-sensitive literal beginning is a range of texts; the pattern itself is still tested. */
function addRegExpPrefix(condition: FieldCondition, operand: unknown): false {
  const pattern = operand instanceof RegExp ? operand : undefined;
  if (pattern === undefined || /[ims]/.test(pattern.flags)) return false;
  const literal = /^\^((?:[^\\.*+?^${}()|[\]]|\\[.*+?^${}()|[\]\\/-])+)/.exec(pattern.source)?.[1];
  // The last character may be made optional by what follows; an alternative may start elsewhere.
  if (
    literal === undefined ||
    pattern.source.includes('|') ||
    /^[*?{+]/.test(pattern.source.slice(literal.length + 1))
  )
    return false;
  const text = literal.replace(/\\(.)/g, '$1');
  if (condition.lower !== undefined || condition.upper !== undefined) return false;
  condition.lower = { value: text, inclusive: true };
  condition.upper = { value: `${text}\u{10ffff}`, inclusive: true };
  return false;
}

function isPoint(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date;
}
