import { requestFailed } from '../cloud-error';
import type { RequestRecord } from '../observe/meter';
import type { Collection } from '../store/collection';
import type { Plain } from '../store/key';
import type { QueryCost, Scope } from '../store/query';
import type { Store } from '../store/store';
import type { Transactions } from '../transactions/transactions';
import { readWireObject } from './ejson';

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

export type Answer = Record<string, unknown>;

/** One database action on its way: the request, what it runs on, and the record that counts what it costs. */
export interface Call extends Database {
  request: DatabaseRequest;
  record: RequestRecord;
}

export interface Target {
  collection: Collection;
  filter: Plain;
}

export function targetOf({ store, now, request }: Call): Target {
  return {
    collection: store.collection(request.collectionName),
    filter: readWireObject(request.query, now()),
  };
}

export function charge({ record }: Call, cost: QueryCost): void {
  record.scanned += cost.scanned;
  record.documentsRead += cost.found;
  record.indexes[cost.index] = (record.indexes[cost.index] ?? 0) + 1;
}

/** The texts, if an answer may be as large as they are together. */
export function answerable({ store }: Call, texts: string[]): string[] {
  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  if (bytes > store.limits.answerBytes) throw requestFailed('the answer exceeds the size limit');
  return texts;
}
