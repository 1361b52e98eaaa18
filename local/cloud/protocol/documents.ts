import { invalid } from '../cloud-error';
import { project, sortOf } from '../store/dialect';
import type { Plain } from '../store/key';
import { aggregateDocuments, countRows, findTexts } from '../store/query';
import { answerable, charge, targetOf, type Answer, type Call } from './database';
import { fromText, readWire, readWireObject, toText } from './ejson';
import { insert, modify, modifyAndReturn, remove, targetsInTransaction } from './writes';

/** The database actions of the SDK. */
export const documentActions: ReadonlyMap<string, (call: Call) => Answer | Promise<Answer>> = new Map(
  Object.entries({
    'database.addCollection': ({ store, request }) => {
      store.addCollection(request.collectionName);
      return {};
    },
    'database.insertDocument': insert,
    'database.getDocument': get,
    'database.calculateDocument': count,
    'database.modifyDocument': modify,
    'database.modifyAndReturnDoc': modifyAndReturn,
    'database.removeDocument': remove,
    'database.aggregateDocuments': aggregate,
  }),
);

function get(call: Call): Answer {
  const { store, request, record, lenient } = call;
  const skip = request.offset ?? 0;
  if (skip > store.limits.skipMax && !lenient) {
    throw invalid(`skip ${skip}: page by a cursor, not by counting.`);
  }
  const isOne = request.queryType === 'DOC';
  const limit = Math.min(request.limit ?? (isOne ? 1 : store.limits.getDefault), store.limits.getMax);
  const texts =
    request.transactionId === undefined
      ? find(call, skip, limit)
      : findInTransaction(call, request.transactionId);
  record.documentsRead += texts.length;
  if (!isOne && texts.length >= limit && limit > 1) record.fullPages += 1;
  return { data: { list: answerable(call, texts) }, limit, offset: skip };
}

function find(call: Call, skip: number, limit: number): string[] {
  const { request, scopeOf } = call;
  const { collection, filter } = targetOf(call);
  const sort = request.order === undefined ? [] : sortOf(readWireObject(request.order, 0));
  const projection = projectionOf(call);
  const { texts, cost } = findTexts(scopeOf(collection), filter, {
    sort,
    skip,
    limit,
    ...(projection && { projection }),
  });
  charge(call, { ...cost, found: 0 });
  return texts;
}

function findInTransaction(call: Call, transactionId: string): string[] {
  const found = targetsInTransaction(call, call.transactions.use(transactionId));
  const texts = found.flatMap(({ text }) => text ?? []);
  call.record.scanned += texts.length;
  const projection = projectionOf(call);
  return projection === undefined ? texts : project(texts.map(fromText), projection).map(toText);
}

function projectionOf({ request }: Call): Plain | undefined {
  return request.projection === undefined ? undefined : readWireObject(request.projection, 0);
}

function count(call: Call): Answer {
  const { collection, filter } = targetOf(call);
  const { total, cost } = countRows(call.scopeOf(collection), filter);
  charge(call, cost);
  return { data: { total } };
}

function aggregate(call: Call): Answer {
  const { store, now, lenient, request } = call;
  const collection = store.collection(request.collectionName);
  const pipeline = (request.stages ?? []).map(({ stageKey, stageValue }): Plain => ({
    [stageKey]: readWire(stageValue, now()),
  }));
  const { documents, cost } = aggregateDocuments(call.scopeOf(collection), pipeline, (name) =>
    store.collection(name),
  );
  charge(call, cost);
  const unlimited = !pipeline.some((stage) => '$limit' in stage || '$count' in stage);
  const most = store.limits.aggregateDefault;
  if (unlimited && documents.length > most && !lenient) {
    throw invalid(
      `The platform cuts an aggregate without $limit to ${most} documents; this one has ${documents.length}: state a limit.`,
    );
  }
  const texts = (unlimited ? documents.slice(0, most) : documents).map(toText);
  return { data: { list: answerable(call, texts) } };
}
