import { Context } from 'mingo/core';
import { Query } from 'mingo/query';
import { Aggregator } from 'mingo/aggregator';
import { Lazy } from 'mingo/lazy';
import { update } from 'mingo/updater';
import * as updates from 'mingo/operators/update';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as projections from 'mingo/operators/projection';
import * as queries from 'mingo/operators/query';
import * as stages from 'mingo/operators/pipeline';
import { resolve } from 'mingo/util';
import { CloudError, invalid, notImitated } from '../cloud-error';
import { hashOf, type DocumentId } from './collection';
import { sortKey, type Direction, type Plain } from './key';
import type { Sort } from './planner';

/** The query language: mingo's operators that the platform has too, with the database's order of texts and of ties. */

type Comparison = (order: number) => boolean;
type QueryOperator = typeof queries.$gt;

/** mingo compares texts by UTF-16 units, the database by bytes of UTF-8: rare characters sort differently. */
function byBytes(builtIn: QueryOperator, fits: Comparison): QueryOperator {
  return (selector, value, options) => {
    if (typeof value !== 'string') return builtIn(selector, value, options);
    const bound = Buffer.from(value);
    return (document: Plain) => {
      const found = resolve(document, selector, { unwrapArray: true });
      const candidates = Array.isArray(found) ? found : [found];
      return candidates.some(
        (item) => typeof item === 'string' && fits(Buffer.compare(Buffer.from(item), bound)),
      );
    };
  };
}

const {
  $and,
  $or,
  $nor,
  $not,
  $eq,
  $ne,
  $in,
  $nin,
  $exists,
  $all,
  $elemMatch,
  $size,
  $mod,
  $type,
  $regex,
  $expr,
} = queries;
const comparisons = {
  $gt: byBytes(queries.$gt, (order) => order > 0),
  $gte: byBytes(queries.$gte, (order) => order >= 0),
  $lt: byBytes(queries.$lt, (order) => order < 0),
  $lte: byBytes(queries.$lte, (order) => order <= 0),
};
const queryOperators = {
  $and,
  $or,
  $nor,
  $not,
  $eq,
  $ne,
  $in,
  $nin,
  $exists,
  $all,
  $elemMatch,
  $size,
  $mod,
  $type,
  $regex,
  $expr,
  ...comparisons,
};

const {
  $match,
  $group,
  $project,
  $limit,
  $skip,
  $unwind,
  $addFields,
  $lookup,
  $count,
  $replaceRoot,
  $bucket,
  $sortByCount,
} = stages;
const $sort: typeof stages.$sort = (documents, keys) =>
  documents.transform((all) => Lazy(sorted(all as Plain[], sortOf(keys))));
const stageOperators = {
  $match,
  $group,
  $project,
  $limit,
  $skip,
  $unwind,
  $addFields,
  $lookup,
  $count,
  $replaceRoot,
  $bucket,
  $sortByCount,
  $sort,
};

const SCRIPTS = new Set(['$function', '$accumulator', '$where']);
const withoutScripts = <T extends object>(operators: T): T =>
  Object.fromEntries(Object.entries(operators).filter(([name]) => !SCRIPTS.has(name))) as T;

const OPTIONS = {
  scriptEnabled: false,
  context: Context.init({
    query: queryOperators,
    pipeline: stageOperators,
    expression: withoutScripts({ ...expressions }),
    accumulator: withoutScripts({ ...accumulators }),
    projection: { ...projections },
  }),
};

/** A compiled filter. Operators that the platform does not have, or this tool does not imitate, are refused. */
export function compileFilter(filter: Plain): (document: Plain) => boolean {
  checkOperators(filter);
  const query = ours(() => new Query(filter, OPTIONS));
  return (document) => query.test(document);
}

export function project(documents: Plain[], projection: Plain): Plain[] {
  return ours(() => new Query({}, OPTIONS).find<Plain>(documents, projection).all());
}

/** Runs stages over documents; `collectionOf` serves `$lookup`. */
export function runStages(
  documents: Plain[],
  pipeline: Plain[],
  collectionOf: (name: string) => Plain[],
): Plain[] {
  for (const stage of pipeline) {
    const name = Object.keys(stage)[0] ?? '';
    if (!Object.hasOwn(stageOperators, name)) throw notImitated(`the stage ${name}`);
    if (name === '$match') checkOperators(stage[name]);
  }
  return ours(() =>
    new Aggregator(pipeline, { ...OPTIONS, collectionResolver: collectionOf }).run<Plain>(documents),
  );
}

type UpdateOperator = (fields: Plain) => (document: Plain) => unknown;
const { $pull: _conditional, ...plainUpdates } = updates;
const updateOperators = plainUpdates as Readonly<Record<string, UpdateOperator | undefined>>;

/**
 * Applies update operators to a document in place. mingo's own way makes a context of all its operators for each call, which costs more
 * than the change: an operator without a condition needs none.
 */
export function applyOperators(document: Plain, modifier: Plain): void {
  ours(() => {
    for (const [operator, fields] of Object.entries(modifier)) {
      const apply = updateOperators[operator];
      if (apply !== undefined) apply(fields as Plain)(document);
      else update(document, { [operator]: fields }, [], {}, { cloneMode: 'deep', queryOptions: OPTIONS });
    }
  });
}

/** Documents in the order asked for; equal ones, and all of them without an order, by a hash of their ids. */
export function sorted(documents: Plain[], sort: Sort): Plain[] {
  const keyed = documents.map((document, position) => ({
    document,
    tie:
      document['_id'] === undefined || typeof document['_id'] === 'object'
        ? position
        : hashOf(document['_id'] as DocumentId),
    keys: sort.map(([path, direction]) => sortKey(document, path, direction)),
  }));
  keyed.sort((a, b) => {
    for (const [position, key] of a.keys.entries()) {
      const order = Buffer.compare(key, b.keys[position] ?? key);
      if (order !== 0) return order;
    }
    return a.tie - b.tie;
  });
  return keyed.map(({ document }) => document);
}

/** A sort as it travels (`{path: 1 | -1}`), in its order. */
export function sortOf(spec: object): Sort {
  return Object.entries(spec as Plain).map(([path, direction]): [string, Direction] => {
    if (direction !== 1 && direction !== -1) {
      throw invalid(`An order is 1 or -1, not ${JSON.stringify(direction)}.`);
    }
    return [path, direction];
  });
}

const QUERY_NAMES = new Set([...Object.keys(queryOperators), '$options']);
const PATTERN_MAX = 256;
const NESTED_QUANTIFIER = /\((?:[^()\\]|\\.)*[*+|](?:[^()\\]|\\.)*\)\s*[*+{]/;

function checkOperators(value: unknown): void {
  if (value instanceof RegExp) checkPattern(value.source);
  else if (Array.isArray(value)) for (const item of value) checkOperators(item);
  else if (value !== null && typeof value === 'object' && !(value instanceof Date)) {
    for (const [name, inner] of Object.entries(value)) checkOperator(name, inner);
  }
}

function checkOperator(name: string, inner: unknown): void {
  if (name.startsWith('$') && !QUERY_NAMES.has(name)) throw notImitated(`the operator ${name}`);
  if (name === '$regex' && typeof inner === 'string') checkPattern(inner);
  // An expression has operators of its own; mingo knows only those it was given.
  if (name !== '$expr') checkOperators(inner);
}

/** Patterns that may run for minutes are refused: function code searches by escaped beginnings. */
function checkPattern(source: string): void {
  if (source.length > PATTERN_MAX) throw invalid(`A pattern may have ${PATTERN_MAX} characters at most.`);
  if (NESTED_QUANTIFIER.test(source)) throw invalid(`A pattern may not repeat a repetition: ${source}`);
}

/** mingo's refusals in the platform's words. */
function ours<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof CloudError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    if (/not registered|unregistered|unknown/i.test(message)) throw notImitated(message);
    throw invalid(message);
  }
}
