import { invalid, notImitated, requestFailed } from '../cloud-error';
import { fromText, toText } from '../protocol/ejson';
import { applyOperators } from './dialect';
import type { Plain } from './key';

/** The whole document of a `set()`: a replacement, in which operators and another `_id` have no place. */
export function replaced(id: unknown, data: Plain): Plain {
  const odd = Object.keys(data).find((name) => name.startsWith('$') || name === '_id');
  if (odd !== undefined) throw invalid(`set() replaces a document: ${odd} cannot be part of it.`);
  return { _id: id, ...data };
}

/**
 * What a stored text becomes by update operators, as document and as text; the same text where nothing differs. Where mingo
 * keeps silent and the platform refuses, this refuses.
 */
export function updated(before: string, modifier: Plain): { document: Plain; text: string } {
  const document = fromText(before);
  checkModifier(modifier);
  for (const [operator, fields] of Object.entries(modifier)) {
    for (const field of Object.entries(fields as Plain)) checkStep(document, operator, field);
  }
  applyOperators(document, modifier);
  return { document, text: toText(document) };
}

const ARRAY_OPERATORS = new Set(['$push', '$addToSet', '$pull', '$pullAll', '$pop']);
const OPERATORS = new Set(['$set', '$inc', '$mul', '$min', '$max', '$rename', '$unset', ...ARRAY_OPERATORS]);

function checkModifier(modifier: Plain): void {
  const paths: string[] = [];
  for (const [operator, fields] of Object.entries(modifier)) {
    if (!operator.startsWith('$')) throw invalid(`update() takes operators: ${operator}`);
    if (!OPERATORS.has(operator)) throw notImitated(`the update operator ${operator}`);
    for (const [path, operand] of Object.entries(fields as Plain)) {
      paths.push(path);
      if (operator === '$rename') paths.push(String(operand));
    }
  }
  const top = paths.find((path) => path === '_id' || path.startsWith('_id.'));
  if (top !== undefined) throw requestFailed('the field _id cannot be changed');
  const positional = paths.find((path) => path.split('.').some((segment) => segment.startsWith('$')));
  if (positional !== undefined) throw notImitated(`positional paths (${positional})`);
  const clash = paths.find((path, position) =>
    paths.some((other, place) => place !== position && `${path}.`.startsWith(`${other}.`)),
  );
  if (clash !== undefined) throw requestFailed(`Updating the path '${clash}' would create a conflict at it`);
}

function checkStep(document: Plain, operator: string, [path, operand]: [string, unknown]): void {
  const { value, blocked } = reach(document, path);
  if (blocked && operator !== '$unset') {
    throw requestFailed(`Cannot create field in element of path '${path}'`);
  }
  if (value === undefined) return;
  const counts = operator === '$inc' || operator === '$mul';
  if (counts && (typeof value !== 'number' || typeof operand !== 'number')) {
    throw requestFailed(`Cannot apply ${operator} to a value of non-numeric type: ${path}`);
  }
  if (ARRAY_OPERATORS.has(operator) && !Array.isArray(value)) {
    throw requestFailed(`The field '${path}' must be an array to apply ${operator}`);
  }
}

/** The value at a path, and whether a scalar stands in its way. */
function reach(document: Plain, path: string): { value: unknown; blocked: boolean } {
  let value: unknown = document;
  for (const segment of path.split('.')) {
    if (value === undefined) return { value: undefined, blocked: false };
    if (value === null || typeof value !== 'object' || value instanceof Date) {
      return { value: undefined, blocked: true };
    }
    value = (value as Plain)[segment];
  }
  return { value, blocked: false };
}
