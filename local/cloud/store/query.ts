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
  const cost: QueryCost = { scanned: 0, found: 0, index: plan?.index.definition.name ?? 'scan' };
  const rows: Row[] = [];
  const enough = inOrder ? skip + limit : Number.POSITIVE_INFINITY;
  const cut = plan?.exact === true && inOrder ? skip + limit : undefined;
  for (const row of candidates(scope, plan, sort, cut)) {
    if (rows.length >= enough) break;
    cost.scanned += 1;
    if (plan?.exact === true || test(fromText(row.doc))) rows.push(row);
  }
  const ordered = inOrder ? rows : sortRows(rows, sort);
  const page = ordered.slice(skip, skip + limit);
  cost.found = page.length;
  return { rows: page, cost };
}

export function countRows(scope: Scope, filter: Plain): { total: number; cost: QueryCost } {
  if (Object.keys(filter).length === 0 && !scope.strict)
    return { total: scope.collection.size(), cost: { scanned: 0, found: 0, index: 'scan' } };
  const plan = serve(scope, filter, []);
  if (plan?.exact === true) {
    const counted = plan.ranges.map(({ low, high }) =>
      scope.sql
        .prepare(`SELECT count(*) AS total FROM ${plan.index.table} WHERE key >= ? AND key < ?`)
        .get<{ total: number }>([low, high]),
    );
    const total = counted.reduce((sum, row) => sum + (row?.total ?? 0), 0);
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

/** Documents of the plan's ranges: by the index if it gives the order, else by the hash. `cut`: no more are needed. */
function* candidates(
  scope: Scope,
  plan: Plan | undefined,
  sort: Sort,
  cut: number | undefined,
): Generator<Row> {
  if (plan === undefined) {
    yield* scope.collection.allRows();
    return;
  }
  const ordered = sort.length > 0 && plan.order !== undefined;
  const order = ordered ? (plan.order === 'forward' ? 'key, n' : 'key DESC, n') : 'n';
  const limit = cut === undefined || !Number.isFinite(cut) ? -1 : cut;
  const statement = scope.sql.prepare(
    `SELECT n FROM ${plan.index.table} WHERE key >= ? AND key < ? ORDER BY ${order} LIMIT ?`,
  );
  const select = ({ low, high }: KeyRange): number[] =>
    statement.all<{ n: number }>([low, high, limit]).map((row) => row.n);
  const numbers = plan.ranges.flatMap(select);
  const distinct =
    plan.ranges.length > 1 || plan.index.multikey ? [...new Set(numbers)].sort((a, b) => a - b) : numbers;
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
