import { notImitated, requestFailed } from '../cloud-error';
import type { DocumentId, Row } from '../store/collection';
import { compileFilter } from '../store/dialect';
import type { Plain } from '../store/key';
import { findRows } from '../store/query';
import { replaced, updated } from '../store/update';
import type { Transaction } from '../transactions/transactions';
import { charge, targetOf, type Answer, type Call } from './database';
import { fromText, readWireObject, toText } from './ejson';

/** Adds documents, all or none. */
export async function insert(call: Call): Promise<Answer> {
  const { store, transactions, now, request, record } = call;
  const collection = store.collection(request.collectionName);
  const texts = Array.isArray(request.data) ? request.data : [request.data];
  const documents = texts.map((text) => store.prepareDocument(readWireObject(text, now())));
  const writes = documents.map(({ document, text }) => ({
    collection,
    id: document['_id'] as DocumentId,
    after: text,
  }));
  if (request.transactionId !== undefined) {
    const transaction = transactions.use(request.transactionId);
    for (const write of writes) transactions.stage(transaction, { ...write, create: true });
  } else {
    await transactions.whenFree(() => {
      for (const { document } of documents) {
        transactions.checkFree(collection, document['_id'] as DocumentId, document);
      }
      store.apply(writes.map((write) => ({ ...write, before: undefined })));
    });
  }
  record.documentsWritten += documents.length;
  return { data: { insertedIds: writes.map(({ id }) => id) } };
}

export async function modify(call: Call): Promise<Answer> {
  const written = (await change(call)).filter((entry) => entry.differs);
  const created = written.find((entry) => entry.created);
  return {
    data: { updated: written.filter((entry) => !entry.created).length, upsert_id: created?.id ?? null },
  };
}

export async function modifyAndReturn(call: Call): Promise<Answer> {
  const [first] = await change({ ...call, request: { ...call.request, merge: true, multi: false } });
  return { data: { updated: first?.differs === true ? 1 : 0, doc: first?.text ?? null } };
}

export async function remove(call: Call): Promise<Answer> {
  const { store, transactions, request, record } = call;
  const { collection } = targetOf(call);
  let deleted: number;
  if (request.transactionId !== undefined) {
    const transaction = transactions.use(request.transactionId);
    const found = targetsInTransaction(call, transaction);
    for (const { id } of found) transactions.stage(transaction, { collection, id, after: undefined });
    deleted = found.length;
  } else {
    deleted = await transactions.whenFree(() => {
      const rows = targets(call);
      for (const { id } of rows) transactions.checkFree(collection, id, undefined);
      if (rows.length > 0) {
        store.apply(rows.map(({ id, row }) => ({ collection, id, before: row, after: undefined })));
      }
      return rows.length;
    });
  }
  record.deletes += deleted;
  return { data: { deleted } };
}

interface Written {
  id: DocumentId;
  created: boolean;
  differs: boolean;
  text: string;
}

/** Gives each document of a request its next text: within its transaction, or as one ordinary write. */
async function change(call: Call): Promise<Written[]> {
  const { transactions, now, request, record } = call;
  const data = readWireObject(typeof request.data === 'string' ? request.data : undefined, now());
  const written =
    request.transactionId === undefined
      ? await transactions.whenFree(() => changeNow(call, data))
      : changeInTransaction(call, transactions.use(request.transactionId), data);
  record.documentsWritten += written.filter((entry) => entry.differs).length;
  return written;
}

function changeInTransaction(call: Call, transaction: Transaction, data: Plain): Written[] {
  const { collection } = targetOf(call);
  return targetsInTransaction(call, transaction).flatMap(({ id, text }) => {
    const next = nextText(call, { id, before: text }, data);
    if (next?.differs === true) call.transactions.stage(transaction, { collection, id, after: next.text });
    return next ?? [];
  });
}

function changeNow(call: Call, data: Plain): Written[] {
  const { collection } = targetOf(call);
  const steps = targets(call).flatMap(({ id, row }) => {
    const next = nextText(call, { id, before: row?.doc }, data);
    return next === undefined ? [] : [{ next, before: row }];
  });
  const changes = steps.filter(({ next }) => next.differs);
  for (const { next } of changes) call.transactions.checkFree(collection, next.id, fromText(next.text));
  if (changes.length > 0) {
    call.store.apply(
      changes.map(({ next, before }) => ({ collection, id: next.id, before, after: next.text })),
    );
  }
  return steps.map(({ next }) => next);
}

/** What a document becomes; `undefined` when an update meets none. */
function nextText(
  { store, request }: Call,
  { id, before }: { id: DocumentId; before: string | undefined },
  data: Plain,
): Written | undefined {
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
  const { document, text } = updated(before, data);
  const differs = text !== before;
  return { id, created: false, differs, text: differs ? store.checked(document, text) : before };
}

/** The documents an ordinary write is about; an upsert names one that may not be there yet. */
function targets(call: Call): { id: DocumentId; row: Row | undefined }[] {
  const { store, request, scopeOf } = call;
  const { collection, filter } = targetOf(call);
  const most = store.limits.multiWriteMax;
  const limit = request.multi === true ? most + 1 : 1;
  const { rows, cost } = findRows(scopeOf(collection), filter, { sort: [], skip: 0, limit });
  charge(call, { ...cost, found: 0 });
  if (rows.length > most) throw requestFailed(`one call may change ${most} documents at most`);
  if (rows.length === 0 && request.upsert === true) return [{ id: idOf(filter), row: undefined }];
  return rows.map((row) => ({ id: fromText(row.doc)['_id'] as DocumentId, row }));
}

/** Within a transaction a document is reached by its id; further conditions are tested on what the transaction sees. */
export function targetsInTransaction(
  call: Call,
  transaction: Transaction,
): { id: DocumentId; text: string | undefined }[] {
  const { collection, filter } = targetOf(call);
  const id = idOf(filter);
  const text = call.transactions.visible(transaction, collection, id);
  if (text === undefined) return call.request.upsert === true ? [{ id, text }] : [];
  return compileFilter(filter)(fromText(text)) ? [{ id, text }] : [];
}

function idOf(filter: Plain): DocumentId {
  const raw = filter['_id'];
  const id = raw !== null && typeof raw === 'object' ? (raw as Plain)['$eq'] : raw;
  if (typeof id !== 'string' && typeof id !== 'number') {
    throw notImitated('queries other than by _id within a transaction');
  }
  return id;
}
