/**
 * The only file that names the SDK. It turns CloudBase's answers into the store's six verbs and its errors into three:
 * a duplicate key, a lost transaction, and everything else, which flies.
 */
import type { Readable } from 'node:stream';
import tcb from '@cloudbase/node-sdk';
import {
  DuplicateKey,
  isAddOnce,
  isIncrease,
  TransactionConflict,
  type Change,
  type Condition,
  type Query,
  type Store,
  type Stored,
  type Transaction,
} from './store';

type Database = ReturnType<ReturnType<typeof tcb.init>['database']>;

/** A transaction as far as the store uses it: the SDK's own description of it is `any`. */
interface CloudTransaction {
  readonly collection: (name: string) => {
    readonly doc: (id: string) => {
      readonly get: () => Promise<{ readonly data: unknown }>;
      readonly update: (change: object) => Promise<unknown>;
      readonly set: (document: object) => Promise<unknown>;
      readonly delete: () => Promise<unknown>;
    };
    readonly add: (document: object) => Promise<unknown>;
  };
  readonly commit: () => Promise<unknown>;
  readonly rollback: () => Promise<unknown>;
}

const READ_MAX = 1000;

// One client a warm instance: opening it costs, and it holds nothing of a caller.
let client: ReturnType<typeof tcb.init> | undefined;

function cloud(): ReturnType<typeof tcb.init> {
  client ??= tcb.init({ env: tcb.SYMBOL_CURRENT_ENV as unknown as string, keepalive: true });
  return client;
}

/** Who calls, as the platform says it; an empty openid is the system itself (timers, calls between functions). */
export function platformIdentity(context: object): { openid: string; source: string } {
  const facts = tcb.getCloudbaseContext(
    context as Parameters<typeof tcb.getCloudbaseContext>[0],
  ) as unknown as Record<string, string | undefined>;
  return { openid: facts['WX_OPENID'] ?? '', source: facts['TCB_SOURCE'] ?? '' };
}

/** Lost against another one, or gone from the server, which ends what is open for long: either way nothing of it stands. */
const TRANSACTION_OVER: readonly string[] = ['DATABASE_TRANSACTION_CONFLICT', 'DATABASE_TRANSACTION_FAIL'];

function asStoreError(error: unknown, collection: string): unknown {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (/E11000|duplicate/i.test(message)) return new DuplicateKey(collection);
  if (TRANSACTION_OVER.includes(code)) return new TransactionConflict();
  return error;
}

async function guarded<T>(collection: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw asStoreError(error, collection);
  }
}

function conditionOf(database: Database, condition: Condition): unknown {
  if (typeof condition !== 'object') return condition;
  const _ = database.command;
  if ('in' in condition) return _.in([...condition.in]);
  const parts = (['gte', 'gt', 'lte', 'lt'] as const).flatMap((word) => {
    const bound = condition[word];
    return bound === undefined ? [] : [_[word](bound)];
  });
  return parts.length === 1 ? parts[0] : _.and(parts);
}

/** Throws on undefined: the SDK would drop the key and the filter would silently widen. */
function whereOf(database: Database, where: Query['where']): Record<string, unknown> {
  const entries = Object.entries<Condition | undefined>(where).map(([field, condition]) => {
    if (condition === undefined) throw new Error(`condition on ${field} is undefined`);
    return [field, conditionOf(database, condition)] as const;
  });
  return Object.fromEntries(entries);
}

function changeOf(database: Database, change: Change): Record<string, unknown> {
  const _ = database.command;
  const entries = Object.entries(change).map(([field, value]) => {
    if (value === undefined) return [field, _.remove()] as const;
    if (isIncrease(value)) return [field, _.inc(value.increase)] as const;
    if (isAddOnce(value)) return [field, _.addToSet(value.addOnce)] as const;
    return [field, typeof value === 'object' ? _.set(value) : value] as const;
  });
  return Object.fromEntries(entries);
}

function withoutId(document: Stored): object {
  return Object.fromEntries(Object.entries(document).filter(([field]) => field !== '_id'));
}

/** Outside a transaction `doc().get()` answers a list, inside one document or null. */
function oneOf(data: unknown): unknown {
  return Array.isArray(data) ? data[0] : (data ?? undefined);
}

function openTransaction(database: Database, handle: CloudTransaction): Transaction {
  const at = (collection: string, id: string) => handle.collection(collection).doc(id);
  return {
    find: async <T extends Stored>(collection: string, id: string) =>
      oneOf((await guarded(collection, at(collection, id).get())).data) as T | undefined,
    insert: async (collection, document) => {
      await guarded(collection, handle.collection(collection).add(document));
    },
    patch: async (collection, id, change) => {
      await guarded(collection, at(collection, id).update(changeOf(database, change)));
    },
    replace: async (collection, document) => {
      await guarded(collection, at(collection, document._id).set(withoutId(document)));
    },
    remove: async (collection, id) => {
      await guarded(collection, at(collection, id).delete());
    },
  };
}

async function transact<T>(database: Database, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  const { startTransaction } = database as unknown as { startTransaction: () => Promise<CloudTransaction> };
  const handle = await startTransaction.call(database);
  try {
    const result = await work(openTransaction(database, handle));
    await guarded('transaction', handle.commit());
    return result;
  } catch (error) {
    // A conflict has already ended the transaction; whatever else failed leaves locks behind until it is rolled back.
    if (!(error instanceof TransactionConflict)) await handle.rollback().catch(() => undefined);
    throw error;
  }
}

export function cloudStore(): Store {
  const database = cloud().database();
  const collection = (name: string) => database.collection(name);
  return {
    find: async <T extends Stored>(name: string, id: string) =>
      oneOf(((await collection(name).doc(id).get()) as { data: unknown }).data) as T | undefined,
    search: async <T extends Stored>(name: string, query: Query) => {
      if (!(query.limit >= 1 && query.limit <= READ_MAX)) {
        throw new Error(`limit ${query.limit} is out of 1 to ${READ_MAX}`);
      }
      let request = collection(name).where(whereOf(database, query.where)).limit(query.limit);
      for (const [field, direction] of query.order ?? []) request = request.orderBy(field, direction);
      if (query.fields !== undefined) {
        request = request.field(Object.fromEntries(query.fields.map((field) => [field, true])));
      }
      return (await request.get()).data as T[];
    },
    insert: async (name, documents) => {
      await guarded(name, collection(name).add(documents as Stored[]));
    },
    replace: async (name, document) => {
      await collection(name).doc(document._id).set(withoutId(document));
    },
    patchWhere: async (name, where, change) => {
      const matching = collection(name).where(whereOf(database, where));
      const answer = (await matching.update(changeOf(database, change))) as { updated?: number };
      return answer.updated ?? 0;
    },
    patchAndRead: async <T extends Stored>(name: string, which: string | Query['where'], change: Change) => {
      const where = typeof which === 'string' ? { _id: which } : which;
      const matching = collection(name).where(whereOf(database, where));
      const answer = (await matching.updateAndReturn(changeOf(database, change))) as { doc?: unknown };
      return oneOf(answer.doc) as T | undefined;
    },
    remove: async (name, id) => {
      await collection(name).doc(id).remove();
    },
    transact: (work) => transact(database, work),
  };
}

/** Files by ASCII path. An address lives for `seconds`. */
export interface FileStore {
  put(path: string, content: Buffer | Readable): Promise<string>;
  /** The bytes; undefined where no such file is stored. Throws where the storage does not answer: asked again, it may. */
  get(fileId: string): Promise<Buffer | undefined>;
  address(fileId: string, seconds: number): Promise<string>;
  remove(fileIds: readonly string[]): Promise<void>;
}

/** What the platform says of a file that it does not have. */
const NO_SUCH_FILE = 'STORAGE_FILE_NONEXIST';

async function readFile(fileId: string): Promise<Buffer | undefined> {
  try {
    return (await cloud().downloadFile({ fileID: fileId })).fileContent as Buffer;
  } catch (error) {
    if ((error as { code?: string }).code === NO_SUCH_FILE) return undefined;
    throw error;
  }
}

export function cloudFiles(): FileStore {
  return {
    put: async (path, content) =>
      (await cloud().uploadFile({ cloudPath: path, fileContent: content as unknown as Buffer })).fileID,
    get: readFile,
    address: async (fileId, seconds) => {
      const answer = await cloud().getTempFileURL({ fileList: [{ fileID: fileId, maxAge: seconds }] });
      const [file] = answer.fileList as { code: string; tempFileURL: string }[];
      if (file?.code !== 'SUCCESS') {
        throw new Error(`no address for a stored file: ${file?.code ?? 'no answer'}`);
      }
      return file.tempFileURL;
    },
    remove: async (fileIds) => {
      if (fileIds.length > 0) await cloud().deleteFile({ fileList: [...fileIds] });
    },
  };
}
