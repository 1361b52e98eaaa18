import { invalid } from '../cloud-error';
import { fromText, toText } from '../protocol/ejson';
import type { Collection, Row } from './collection';
import { compileFilter, project, runStages, sorted } from './dialect';
import type { Plain } from './key';
import { planQuery, type KeyRange, type Plan, type Sort } from './planner';
import type { Sql } from './sql';
import { SCRATCH } from './store';

/** What a query cost: documents looked at, documents answered, index used. */
export interface QueryCost {
  scanned: number;
  found: number;
  index: string;
}

export interface FindOptions {
  sort: Sort;
  skip: number;
  limit: number;
  projection?: Plain;
}

export interface Scope {
  sql: Sql;
  collection: Collection;
  /** Refuse what no index serves, as a street of full size would make it unusable. */
  strict: boolean;
  /** Called for a query that strict mode would refuse, when it is off. */
  warn: (message: string) => void;
}

/** Finds rows: `texts` in the stored form, ready to be answered. */
export function findTexts(
  scope: Scope,
  filter: Plain,
  options: FindOptions,
): { texts: string[]; cost: QueryCost } {
  const { rows, cost } = findRows(scope, filter, options);
  if (options.projection === undefined) return { texts: rows.map((row) => row.doc), cost };
  const documents = rows.map((row) => fromText(row.doc));
  return { texts: project(documents, options.projection).map(toText), cost };
}

/** Rows that fit the filter, in the order asked for (without one: of the hash), cut to `skip` and `limit`. */
export function findRows(
  scope: Scope,
  filter: Plain,
  options: FindOptions,
): { rows: Row[]; cost: QueryCost } {
  const { sort, skip, limit } = options;
  const test = compileFilter(filter);
  const plan = serve(scope, filter, sort);
  const inOrder = sort.length === 0 || plan?.order !== undefined;
  const enough = inOrder ? skip + limit : Number.POSITIVE_INFINITY;
  const { rows, scanned } = gather(
    candidates(scope, plan, { sorted: sort.length > 0 && inOrder, most: enough }),
    {
      fits: plan?.exact === true ? () => true : (row) => test(fromText(row.doc)),
      enough,
    },
  );
  const page = (inOrder ? rows : sortRows(rows, sort)).slice(skip, skip + limit);
  return { rows: page, cost: { scanned, found: page.length, index: plan?.index.definition.name ?? 'scan' } };
}

/** Goes through the rows until enough of them fit. */
function gather(
  source: Iterable<Row>,
  { fits, enough }: { fits: (row: Row) => boolean; enough: number },
): { rows: Row[]; scanned: number } {
  const rows: Row[] = [];
  let scanned = 0;
  for (const row of source) {
    if (rows.length >= enough) break;
    scanned += 1;
    if (fits(row)) rows.push(row);
  }
  return { rows, scanned };
}

export function countRows(scope: Scope, filter: Plain): { total: number; cost: QueryCost } {
  if (Object.keys(filter).length === 0 && !scope.strict) {
    return { total: scope.collection.size(), cost: { scanned: 0, found: 0, index: 'scan' } };
  }
  const plan = serve(scope, filter, []);
  if (plan?.exact === true) {
    const statement = scope.sql.prepare(
      `SELECT count(*) AS total FROM ${plan.index.table} WHERE key >= ? AND key < ?`,
    );
    const totals = plan.ranges.map(({ low, high }) => Number(statement.get([low, high])?.['total']));
    const total = totals.reduce((sum, part) => sum + part, 0);
    return { total, cost: { scanned: total, found: 0, index: plan.index.definition.name } };
  }
  const { rows, cost } = findRows(scope, filter, { sort: [], skip: 0, limit: Number.POSITIVE_INFINITY });
  return { total: rows.length, cost: { ...cost, found: 0 } };
}

/** Runs a pipeline; its leading `$match` goes through the indexes. */
export function aggregateDocuments(
  scope: Scope,
  pipeline: Plain[],
  collectionOf: (name: string) => Collection,
): { documents: Plain[]; cost: QueryCost } {
  const first = pipeline[0]?.['$match'];
  const filter = (first ?? {}) as Plain;
  const { rows, cost } = findRows(scope, filter, { sort: [], skip: 0, limit: Number.POSITIVE_INFINITY });
  const rest = first === undefined ? pipeline : pipeline.slice(1);
  const resolve = (name: string): Plain[] => {
    const all = collectionOf(name).allRows();
    cost.scanned += all.length;
    return all.map((row) => fromText(row.doc));
  };
  const documents = runStages(
    rows.map((row) => fromText(row.doc)),
    rest,
    resolve,
  );
  return { documents, cost: { ...cost, found: documents.length } };
}

function serve(scope: Scope, filter: Plain, sort: Sort): Plan | undefined {
  const { collection } = scope;
  const plan = planQuery(collection.indexes, filter, sort);
  if (plan !== undefined || collection.name.startsWith(SCRATCH)) return plan;
  const fields = [...new Set([...Object.keys(filter), ...sort.map(([path]) => path)])];
  const message =
    `No index of ${collection.name} serves this query on (${fields.join(', ')}): ` +
    `declare one that begins with one of these fields in indexes.json, or query by another field.`;
  if (scope.strict) throw invalid(message);
  scope.warn(message);
  return undefined;
}

/** Documents of the plan's ranges: as the index orders them if `sorted`, else by the hash. No more than `most` are used. */
function* candidates(
  scope: Scope,
  plan: Plan | undefined,
  { sorted: byIndex, most }: { sorted: boolean; most: number },
): Generator<Row> {
  if (plan === undefined) {
    yield* scope.collection.allRows();
    return;
  }
  const direction = plan.order === 'backward' ? 'key DESC, n' : 'key, n';
  const limit = plan.exact && Number.isFinite(most) ? most : -1;
  const statement = scope.sql.prepare(
    `SELECT n FROM ${plan.index.table} WHERE key >= ? AND key < ? ORDER BY ${byIndex ? direction : 'n'} LIMIT ?`,
  );
  const select = ({ low, high }: KeyRange): number[] =>
    statement.all([low, high, limit]).map((row) => Number(row['n']));
  const numbers = plan.ranges.flatMap(select);
  const repeats = plan.ranges.length > 1 || plan.index.multikey;
  const distinct = repeats ? [...new Set(numbers)].sort((a, b) => a - b) : numbers;
  for (const n of distinct) {
    const row = scope.collection.readNumber(n);
    if (row !== undefined) yield row;
  }
}

function sortRows(rows: Row[], sort: Sort): Row[] {
  const documents = rows.map((row) => fromText(row.doc));
  const rowOf = new Map(documents.map((document, position) => [document, rows[position]]));
  return sorted(documents, sort).flatMap((document) => rowOf.get(document) ?? []);
}
