import { invalid, notImitated, requestFailed } from '../cloud-error';
import type { RequestRecord } from '../observe/meter';
import type { Collection, DocumentId } from '../store/collection';
import { compileFilter, project, sortOf } from '../store/dialect';
import type { Plain } from '../store/key';
import {
  aggregateDocuments,
  countRows,
  findRows,
  findTexts,
  type QueryCost,
  type Scope,
} from '../store/query';
import type { Change, Store } from '../store/store';
import { replaced, updated } from '../store/update';
import type { Transaction, Transactions } from '../transactions/transactions';
import { fromText, readWire, readWireObject, toText } from './ejson';

/** The fields of database actions, as they travel. */
export interface DatabaseRequest {
  collectionName: string;
  data: string | string[];
  query?: string;
  queryType?: string;
  order?: string;
  offset?: number;
  limit?: number;
  projection?: string;
  multi?: boolean;
  merge?: boolean;
  upsert?: boolean;
  transactionId?: string;
  stages?: { stageKey: string; stageValue: string }[];
}

export interface Database {
  store: Store;
  transactions: Transactions;
  scopeOf: (collection: Collection) => Scope;
  now: () => number;
  lenient: boolean;
}

type Answer = Record<string, unknown>;
/** A database action: the request, and the record that counts what it costs. */
export type DatabaseAction = (
  database: Database,
  request: DatabaseRequest,
  record: RequestRecord,
) => Answer | Promise<Answer>;

export const documentActions: Record<string, DatabaseAction> = {
  'database.addCollection': ({ store }, { collectionName }) => (store.addCollection(collectionName), {}),
  'database.insertDocument': insert,
  'database.getDocument': get,
  'database.calculateDocument': (database, request, record) => {
    const { collection, filter } = target(database, request);
    const { total, cost } = countRows(database.scopeOf(collection), filter);
    charge(record, cost);
    return { data: { total } };
  },
  'database.modifyDocument': modify,
  'database.modifyAndReturnDoc': modifyAndReturn,
  'database.removeDocument': remove,
  'database.aggregateDocuments': aggregate,
};

async function insert(database: Database, request: DatabaseRequest, record: RequestRecord): Promise<Answer> {
  const { store, transactions, now } = database;
  const collection = store.collection(request.collectionName);
  const texts = Array.isArray(request.data) ? request.data : [request.data];
  const documents = texts.map((text) => store.prepareDocument(readWireObject(text, now())));
  const write = (transaction: Transaction | undefined): void => {
    const changes = documents.map(({ document, text }): Change => {
      const id = document['_id'] as DocumentId;
      if (transaction === undefined) transactions.checkFree(collection, id, document);
      return { collection, id, before: undefined, after: text };
    });
    if (transaction === undefined) store.apply(changes);
    else
      for (const { id, after } of changes)
        transactions.stage(transaction, { collection, id, after, create: true });
  };
  if (request.transactionId !== undefined) write(transactions.use(request.transactionId));
  else await transactions.whenFree(() => write(undefined));
  record.documentsWritten += documents.length;
  return { data: { insertedIds: documents.map(({ document }) => document['_id']) } };
}

function get(database: Database, request: DatabaseRequest, record: RequestRecord): Answer {
  const { store } = database;
  const { collection, filter } = target(database, request);
  const projection = request.projection === undefined ? undefined : readWireObject(request.projection, 0);
  const skip = request.offset ?? 0;
  const limit = Math.min(
    request.limit ?? (request.queryType === 'DOC' ? 1 : store.limits.getDefault),
    store.limits.getMax,
  );
  if (skip > store.limits.skipMax && !database.lenient)
    throw invalid(`skip ${skip}: page by a cursor, not by counting.`);
  let texts: string[];
  if (request.transactionId !== undefined) {
    texts = readInTransaction(database, request.transactionId, { collection, filter });
    record.scanned += texts.length;
    if (projection !== undefined) texts = project(texts.map(fromText), projection).map(toText);
  } else {
    const sort = request.order === undefined ? [] : sortOf(readWireObject(request.order, 0));
    const found = findTexts(database.scopeOf(collection), filter, {
      sort,
      skip,
      limit,
      ...(projection && { projection }),
    });
    texts = found.texts;
    charge(record, { ...found.cost, found: 0 });
  }
  record.documentsRead += texts.length;
  if (request.queryType !== 'DOC' && texts.length >= limit && limit > 1) record.fullPages += 1;
  checkAnswer(store, texts);
  return { data: { list: texts }, limit, offset: skip };
}

async function modify(database: Database, request: DatabaseRequest, record: RequestRecord): Promise<Answer> {
  const written = await change(database, request, record);
  const created = written.find((entry) => entry.created);
  const data = { updated: written.filter((entry) => !entry.created).length, upsert_id: created?.id ?? null };
  return { data };
}

async function modifyAndReturn(
  database: Database,
  request: DatabaseRequest,
  record: RequestRecord,
): Promise<Answer> {
  const changed = await change(database, { ...request, merge: true, multi: false }, record, true);
  const [first] = changed;
  return { data: { updated: changed.filter((entry) => entry.differs).length, doc: first?.text ?? null } };
}

interface Written {
  id: DocumentId;
  created: boolean;
  differs: boolean;
  text: string;
}

/** Finds the documents of a request and gives each its next text, in a transaction or as one ordinary write. */
async function change(
  database: Database,
  request: DatabaseRequest,
  record: RequestRecord,
  keepSame = false,
): Promise<Written[]> {
  const { store, transactions, now } = database;
  const { collection, filter } = target(database, request);
  const data = readWireObject(typeof request.data === 'string' ? request.data : undefined, now());
  const step = (id: DocumentId, before: string | undefined): Written | undefined =>
    nextText(store, { id, before, request, data });
  let written: Written[];
  if (request.transactionId !== undefined) {
    const transaction = transactions.use(request.transactionId);
    written = targetsInTransaction(database, transaction, {
      collection,
      filter,
      upsert: request.upsert === true,
    }).flatMap(({ id, text }) => {
      const next = step(id, text);
      if (next?.differs === true) transactions.stage(transaction, { collection, id, after: next.text });
      return next ?? [];
    });
  } else {
    written = await transactions.whenFree(() => {
      const rows = targets(database, { collection, filter, request }, record);
      const steps = rows.flatMap(({ id, row }) => {
        const next = step(id, row?.doc);
        return next === undefined ? [] : [{ next, before: row }];
      });
      const changes = steps.filter(({ next }) => next.differs);
      for (const { next } of changes) transactions.checkFree(collection, next.id, fromText(next.text));
      if (changes.length > 0)
        store.apply(
          changes.map(({ next, before }) => ({ collection, id: next.id, before, after: next.text })),
        );
      return steps.map(({ next }) => next);
    });
  }
  const effective = written.filter((entry) => entry.differs);
  record.documentsWritten += effective.length;
  return keepSame ? written : effective;
}

interface Step {
  id: DocumentId;
  before: string | undefined;
  request: DatabaseRequest;
  data: Plain;
}

function nextText(store: Store, { id, before, request, data }: Step): Written | undefined {
  if (request.merge !== true) {
    const document = replaced(id, data);
    return {
      id,
      created: before === undefined,
      differs: true,
      text: store.checked(document, toText(document)),
    };
  }
  if (before === undefined) return undefined;
  const document = fromText(before);
  const differs = updated(document, data);
  return { id, created: false, differs, text: differs ? store.checked(document, toText(document)) : before };
}

interface Target {
  collection: Collection;
  filter: Plain;
}

function targets(
  database: Database,
  { collection, filter, request }: Target & { request: DatabaseRequest },
  record: RequestRecord,
): { id: DocumentId; row: { n: number; doc: string } | undefined }[] {
  const { store } = database;
  const limit = request.multi === true ? store.limits.multiWriteMax + 1 : 1;
  const { rows, cost } = findRows(database.scopeOf(collection), filter, { sort: [], skip: 0, limit });
  charge(record, { ...cost, found: 0 });
  if (rows.length > store.limits.multiWriteMax)
    throw requestFailed(`one call may change ${store.limits.multiWriteMax} documents at most`);
  if (rows.length === 0 && request.upsert === true) return [{ id: idOf(filter), row: undefined }];
  return rows.map((row) => ({ id: (JSON.parse(row.doc) as Plain)['_id'] as DocumentId, row }));
}

async function remove(database: Database, request: DatabaseRequest, record: RequestRecord): Promise<Answer> {
  const { store, transactions } = database;
  const { collection, filter } = target(database, request);
  let deleted: number;
  if (request.transactionId !== undefined) {
    const transaction = transactions.use(request.transactionId);
    const found = targetsInTransaction(database, transaction, { collection, filter, upsert: false });
    for (const { id } of found) transactions.stage(transaction, { collection, id, after: undefined });
    deleted = found.length;
  } else {
    deleted = await transactions.whenFree(() => {
      const rows = targets(database, { collection, filter, request }, record);
      for (const { id } of rows) transactions.checkFree(collection, id, undefined);
      if (rows.length > 0)
        store.apply(rows.map(({ id, row }) => ({ collection, id, before: row, after: undefined })));
      return rows.length;
    });
  }
  record.deletes += deleted;
  return { data: { deleted } };
}

function aggregate(database: Database, request: DatabaseRequest, record: RequestRecord): Answer {
  const { store, now, lenient } = database;
  const collection = store.collection(request.collectionName);
  const pipeline = (request.stages ?? []).map(({ stageKey, stageValue }): Plain => ({
    [stageKey]: readWire(stageValue, now()),
  }));
  const { documents, cost } = aggregateDocuments(database.scopeOf(collection), pipeline, (name) =>
    store.collection(name),
  );
  charge(record, cost);
  const unlimited = !pipeline.some((stage) => '$limit' in stage || '$count' in stage);
  const most = store.limits.aggregateDefault;
  if (unlimited && documents.length > most && !lenient) {
    throw invalid(
      `The platform cuts an aggregate without $limit to ${most} documents; this one has ${documents.length}: state a limit.`,
    );
  }
  const texts = (unlimited ? documents.slice(0, most) : documents).map(toText);
  checkAnswer(store, texts);
  return { data: { list: texts } };
}

function target({ store, now }: Database, request: DatabaseRequest): Target {
  return {
    collection: store.collection(request.collectionName),
    filter: readWireObject(request.query, now()),
  };
}

/** Within a transaction a document is reached by its id; further conditions are tested on what the transaction sees. */
function readInTransaction(database: Database, transactionId: string, target: Target): string[] {
  const transaction = database.transactions.use(transactionId);
  return targetsInTransaction(database, transaction, { ...target, upsert: false }).flatMap(
    ({ text }) => text ?? [],
  );
}

function targetsInTransaction(
  { transactions }: Database,
  transaction: Transaction,
  { collection, filter, upsert }: Target & { upsert: boolean },
): { id: DocumentId; text: string | undefined }[] {
  const id = idOf(filter);
  const text = transactions.visible(transaction, collection, id);
  if (text === undefined) return upsert ? [{ id, text }] : [];
  return compileFilter(filter)(fromText(text)) ? [{ id, text }] : [];
}

function idOf(filter: Plain): DocumentId {
  const raw = filter['_id'];
  const id = raw !== null && typeof raw === 'object' ? (raw as Plain)['$eq'] : raw;
  if (typeof id !== 'string' && typeof id !== 'number')
    throw notImitated('queries other than by _id within a transaction');
  return id;
}

function charge(record: RequestRecord, cost: QueryCost): void {
  record.scanned += cost.scanned;
  record.documentsRead += cost.found;
  record.indexes[cost.index] = (record.indexes[cost.index] ?? 0) + 1;
}

function checkAnswer(store: Store, texts: string[]): void {
  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  if (bytes > store.limits.answerBytes) throw requestFailed('the answer exceeds the size limit');
}
