import { encodeValue, typeTag, type Plain } from './key';

interface Bound {
  value: unknown;
  inclusive: boolean;
}

/** What a filter says about one field, as far as an index can use it. `complete`: there is nothing more it says. */
export interface FieldCondition {
  points?: unknown[];
  lower?: Bound;
  upper?: Bound;
  complete: boolean;
}

export interface Conditions {
  fields: Map<string, FieldCondition>;
  /** The fields say all that the filter says. */
  complete: boolean;
}

/** Conditions at the top level and in the members of a top-level `$and`; the rest is left to the re-check. */
export function readConditions(filter: Plain): Conditions {
  const conditions: Conditions = { fields: new Map(), complete: true };
  for (const [name, value] of Object.entries(filter)) {
    if (name === '$and' && Array.isArray(value)) {
      for (const member of value) addMember(conditions, member as Plain);
    } else addEntry(conditions, name, value);
  }
  for (const [path, { points, lower, upper, complete }] of conditions.fields) {
    if ((points ?? lower ?? upper) === undefined) conditions.fields.delete(path);
    if (!complete) conditions.complete = false;
  }
  return conditions;
}

function addMember(conditions: Conditions, member: Plain): void {
  for (const [name, value] of Object.entries(member)) addEntry(conditions, name, value);
}

function addEntry(conditions: Conditions, path: string, value: unknown): void {
  if (path.startsWith('$')) {
    conditions.complete = false;
    return;
  }
  const condition = conditions.fields.get(path) ?? { complete: true };
  conditions.fields.set(path, condition);
  for (const [operator, operand] of operatorsOf(value)) {
    const said = ADD.get(operator)?.(condition, operand) ?? false;
    if (!said) condition.complete = false;
  }
  const { lower, upper } = condition;
  if (lower !== undefined && upper !== undefined && !typeTag(lower.value).equals(typeTag(upper.value))) {
    delete condition.upper;
    condition.complete = false;
  }
}

function operatorsOf(value: unknown): [string, unknown][] {
  if (value instanceof RegExp) return [['$regex', value]];
  if (value === null || typeof value !== 'object' || value instanceof Date) return [['$eq', value]];
  const entries = Object.entries(value);
  return entries.some(([name]) => name.startsWith('$')) ? entries : [['$eq', value]];
}

/** Adds what an operator says if an index can use it; answers whether that was all it says. */
type AddOperator = (condition: FieldCondition, operand: unknown) => boolean;

const ADD: ReadonlyMap<string, AddOperator> = new Map(
  Object.entries({
    $eq: (condition, operand) => addPoints(condition, [operand]),
    $in: (condition, operand) => Array.isArray(operand) && addPoints(condition, operand),
    $gt: addBound('lower', false),
    $gte: addBound('lower', true),
    $lt: addBound('upper', false),
    $lte: addBound('upper', true),
    $regex: addPrefix,
  }),
);

function addPoints(condition: FieldCondition, points: unknown[]): boolean {
  if (points.length === 0 || !points.every(isPoint) || condition.points !== undefined) return false;
  condition.points = [
    ...new Map(points.map((point) => [encodeValue(point).toString('latin1'), point])).values(),
  ];
  return condition.lower === undefined && condition.upper === undefined;
}

function addBound(side: 'lower' | 'upper', inclusive: boolean): AddOperator {
  return (condition, operand) => {
    if (operand === null || !isPoint(operand) || condition[side] !== undefined) return false;
    condition[side] = { value: operand, inclusive };
    return condition.points === undefined;
  };
}

/** An anchored, case-sensitive literal beginning is a range of texts; the pattern itself is still tested. */
function addPrefix(condition: FieldCondition, operand: unknown): false {
  const text = operand instanceof RegExp ? literalBeginning(operand) : undefined;
  if (text === undefined || condition.lower !== undefined || condition.upper !== undefined) return false;
  condition.lower = { value: text, inclusive: true };
  condition.upper = { value: `${text}\u{10ffff}`, inclusive: true };
  return false;
}

function literalBeginning({ source, flags }: RegExp): string | undefined {
  if (/[ims]/.test(flags) || source.includes('|')) return undefined;
  const literal = /^\^((?:[^\\.*+?^${}()|[\]]|\\[.*+?^${}()|[\]\\/-])+)/.exec(source)?.[1];
  // The last character may be made optional by what follows it.
  if (literal === undefined || /^[*?{+]/.test(source.slice(literal.length + 1))) return undefined;
  return literal.replace(/\\(.)/g, '$1');
}

function isPoint(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date;
}
