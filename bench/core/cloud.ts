/**
 * `kernel/cloud.ts` without its wire: the store's verbs on the embedded store of the local cloud, in this process. Nothing is
 * answered before it is on disk, transactions and unique keys are the local cloud's own; what is left out is the SDK and HTTP.
 * Takes the place of the kernel's file when `core` is built.
 */
import { DuplicateKey, isAddOnce, isIncrease, TransactionConflict } from '../../cloudfunctions/kernel/store';
import type { Change, Query, Store, Stored, Transaction } from '../../cloudfunctions/kernel/store';
import type { FileStore } from '../../cloudfunctions/kernel/cloud';
import { CloudError } from '../../local/cloud/cloud-error';
import { fromText, toText } from '../../local/cloud/protocol/ejson';
import type { Collection, Row } from '../../local/cloud/store/collection';
import type { Plain } from '../../local/cloud/store/key';
import { openStore } from '../../local/cloud/store/open-store';
import { findRows, findTexts, type Scope } from '../../local/cloud/store/query';
import type { Change as Step, Store as Documents } from '../../local/cloud/store/store';
import { replaced, updated } from '../../local/cloud/store/update';
import { Transactions } from '../../local/cloud/transactions/transactions';

interface Embedded {
  readonly documents: Documents;
  readonly transactions: Transactions;
}

let embedded: Embedded | undefined;

/** Once a process, before the first call. `database`: the folder of declarations. */
export function openEmbedded(home: string, database: string): void {
  const documents = openStore(home, database);
  embedded = { documents, transactions: new Transactions(documents) };
}

export async function closeEmbedded(): Promise<void> {
  await embedded?.documents.durable();
  embedded?.documents.close();
}

/** Who calls, as `core` says it with each call. */
export function platformIdentity(context: object): { openid: string; source: string } {
  return context as { openid: string; source: string };
}

/** Saves have no files. */
export function cloudFiles(): FileStore {
  const refuse = (): never => {
    throw new Error('core has no files');
  };
  return { put: refuse, get: refuse, address: refuse, remove: refuse };
}

export function cloudStore(): Store {
  if (embedded === undefined) throw new Error('openEmbedded comes first');
  const { find, search } = readerOf(embedded);
  return {
    find,
    search,
    ...writerOf(embedded),
    transact: (work) => transact(embedded as Embedded, work),
  };
}

/** Answers when everything applied so far is on disk; a refusal is told in the store's words. */
async function answered<T>(
  { documents }: Embedded,
  name: string,
  work: (collection: Collection) => T | Promise<T>,
): Promise<T> {
  try {
    return await work(documents.collection(name));
  } catch (error) {
    const { code, message } = error as CloudError;
    if (error instanceof CloudError && message.includes('E11000')) throw new DuplicateKey(name);
    if (code === 'DATABASE_TRANSACTION_CONFLICT') throw new TransactionConflict();
    throw error;
  } finally {
    await documents.durable();
  }
}

function documentOf(text: string | undefined): Plain | undefined {
  return text === undefined ? undefined : fromText(text);
}

function scopeOf({ documents }: Embedded, collection: Collection): Scope {
  return { sql: documents.sql, collection, strict: true, warn: () => undefined };
}

function readerOf(base: Embedded): Pick<Store, 'find' | 'search'> {
  return {
    find: <T extends Stored>(name: string, id: string) =>
      answered(base, name, (collection) => documentOf(collection.read(id)?.doc) as unknown as T | undefined),
    search: <T extends Stored>(name: string, { where, order = [], limit, fields }: Query) =>
      answered(base, name, (collection) => {
        const sort = order.map(([field, way]): [string, 1 | -1] => [field, way === 'asc' ? 1 : -1]);
        const projection = fields && Object.fromEntries(fields.map((field) => [field, 1]));
        const { texts } = findTexts(scopeOf(base, collection), filterOf(where), {
          sort,
          skip: 0,
          limit,
          ...(projection && { projection }),
        });
        return texts.map((text) => fromText(text) as unknown as T);
      }),
  };
}

function filterOf(where: Query['where']): Plain {
  const entries = Object.entries(where).map(([field, condition]) => {
    const operators =
      typeof condition === 'object' &&
      Object.fromEntries(Object.entries(condition).map(([word, bound]) => [`$${word}`, bound as unknown]));
    return [field, operators === false ? condition : operators];
  });
  return Object.fromEntries(entries) as Plain;
}

function modifierOf(change: Change): Plain {
  const steps = { $set: {} as Plain, $inc: {} as Plain, $addToSet: {} as Plain, $unset: {} as Plain };
  for (const [path, value] of Object.entries(change)) {
    if (value === undefined) steps.$unset[path] = '';
    else if (isIncrease(value)) steps.$inc[path] = value.increase;
    else if (isAddOnce(value)) steps.$addToSet[path] = value.addOnce;
    else steps.$set[path] = value;
  }
  return Object.fromEntries(Object.entries(steps).filter(([, fields]) => Object.keys(fields).length > 0));
}

function writerOf(base: Embedded): Omit<Store, 'find' | 'search' | 'transact'> {
  const { documents, transactions } = base;
  const step = (collection: Collection, before: Row | undefined, next: Plain): Step => {
    const [id, after] = [String(next['_id']), toText(next)];
    transactions.checkFree(collection, id, next);
    return { collection, id, before, after: documents.checked(next, after) };
  };
  const patchAll = (name: string, where: Query['where'], { change, most }: Patch): Promise<Plain[]> =>
    answered(base, name, (collection) =>
      transactions.whenFree(() => {
        const options = { sort: [], skip: 0, limit: most };
        const { rows } = findRows(scopeOf(base, collection), filterOf(where), options);
        const steps: Step[] = [];
        const changed = rows.map((row) => {
          const { document, text } = updated(row.doc, modifierOf(change));
          if (text !== row.doc) steps.push(step(collection, row, document));
          return document;
        });
        if (steps.length > 0) documents.apply(steps);
        return changed;
      }),
    );
  return {
    insert: (name, added) =>
      answered(base, name, (collection) =>
        transactions.whenFree(() => {
          documents.apply(added.map((document) => step(collection, undefined, document as unknown as Plain)));
        }),
      ),
    replace: (name, { _id, ...data }) =>
      answered(base, name, (collection) =>
        transactions.whenFree(() => {
          documents.apply([step(collection, collection.read(_id), replaced(_id, data))]);
        }),
      ),
    patchWhere: async (name, where, change) =>
      (await patchAll(name, where, { change, most: documents.limits.multiWriteMax })).length,
    patchAndRead: async <T extends Stored>(name: string, which: string | Query['where'], change: Change) => {
      const where = typeof which === 'string' ? { _id: which } : which;
      const [document] = await patchAll(name, where, { change, most: 1 });
      return document as unknown as T | undefined;
    },
    remove: (name, id) =>
      answered(base, name, (collection) =>
        transactions.whenFree(() => {
          const before = collection.read(id);
          transactions.checkFree(collection, id, undefined);
          if (before !== undefined) documents.apply([{ collection, id, before, after: undefined }]);
        }),
      ),
  };
}

interface Patch {
  readonly change: Change;
  readonly most: number;
}

async function transact<T>(base: Embedded, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const { transactions } = base;
  const owner = {};
  const id = transactions.begin(owner);
  try {
    const result = await work(openTransaction(base, id));
    await answered(base, 'events', () => transactions.commit(id));
    return result;
  } catch (error) {
    if (!(error instanceof TransactionConflict)) transactions.abortOf(owner);
    throw error;
  }
}

function openTransaction(base: Embedded, transactionId: string): Transaction {
  const { documents, transactions } = base;
  const seen = (collection: Collection, id: string): string | undefined =>
    transactions.visible(transactions.use(transactionId), collection, id);
  const stage = (collection: Collection, next: Plain, create: boolean): void => {
    const after = documents.checked(next, toText(next));
    const id = String(next['_id']);
    transactions.stage(transactions.use(transactionId), { collection, id, after, create });
  };
  return {
    find: <T extends Stored>(name: string, id: string) =>
      answered(base, name, (collection) => documentOf(seen(collection, id)) as unknown as T | undefined),
    insert: (name, document) =>
      answered(base, name, (collection) => {
        stage(collection, document as unknown as Plain, true);
      }),
    patch: (name, id, change) =>
      answered(base, name, (collection) => {
        const before = seen(collection, id);
        if (before === undefined) return;
        const { document, text } = updated(before, modifierOf(change));
        if (text !== before) stage(collection, document, false);
      }),
    replace: (name, { _id, ...data }) =>
      answered(base, name, (collection) => {
        stage(collection, replaced(_id, data), false);
      }),
    remove: (name, id) =>
      answered(base, name, (collection) => {
        transactions.stage(transactions.use(transactionId), { collection, id, after: undefined });
      }),
  };
}
