/**
 * What procedures know of the database: six verbs over documents. Identity of a document is `_id`; a query names equality
 * fields, at most one range, an order and a limit, and is served by an index of database/indexes.json.
 */
export type Primitive = string | number | boolean;
export type Range = {
  readonly gte?: Primitive;
  readonly gt?: Primitive;
  readonly lte?: Primitive;
  readonly lt?: Primitive;
};
export type Condition = Primitive | { readonly in: readonly Primitive[] } | Range;

export interface Query {
  readonly where: Readonly<Record<string, Condition>>;
  readonly order?: readonly (readonly [field: string, direction: 'asc' | 'desc'])[];
  /** 1 to 1,000. */
  readonly limit: number;
  readonly fields?: readonly string[];
}

export interface Stored {
  readonly _id: string;
}

/** Adds a number to a field; the field starts at zero. */
export interface Increase {
  readonly increase: number;
}

/** Puts a value at the end of a list that does not hold it yet; the list begins empty. */
export interface AddOnce {
  readonly addOnce: string;
}

/** A change of named fields (dotted paths reach inside). A whole value replaces what stood there; undefined removes it. */
export type Change = Readonly<Record<string, unknown>>;

export interface Reader {
  readonly find: <T extends Stored>(collection: string, id: string) => Promise<T | undefined>;
  readonly search: <T extends Stored>(collection: string, query: Query) => Promise<T[]>;
}

/** Writes outside a transaction: job chunks and counters, each atomic by itself. */
export interface Store extends Reader {
  readonly insert: (collection: string, documents: readonly Stored[]) => Promise<void>;
  replace(collection: string, document: Stored): Promise<void>;
  /** Changes the documents that meet all conditions; answers how many. With `_id` and `version` it is a compare-and-set. */
  patchWhere(collection: string, where: Query['where'], change: Change): Promise<number>;
  /** Changes one document, by its id or by conditions that name it, and answers it as it then is; undefined where there is none. */
  patchAndRead<T extends Stored>(
    collection: string,
    which: string | Query['where'],
    change: Change,
  ): Promise<T | undefined>;
  remove(collection: string, id: string): Promise<void>;
  transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
}

/** Single documents by id: all that a transaction carries. */
export interface Transaction {
  readonly find: Reader['find'];
  insert(collection: string, document: Stored): Promise<void>;
  patch(collection: string, id: string, change: Change): Promise<void>;
  replace(collection: string, document: Stored): Promise<void>;
  remove(collection: string, id: string): Promise<void>;
}

/** Another document has the key already. */
export class DuplicateKey extends Error {
  constructor(readonly collection: string) {
    super(`duplicate key in ${collection}`);
    this.name = 'DuplicateKey';
  }
}

/** The transaction lost against another one; the same work may be tried again. */
export class TransactionConflict extends Error {
  constructor() {
    super('transaction conflict');
    this.name = 'TransactionConflict';
  }
}

export function increase(by: number): Increase {
  return { increase: by };
}

export function isIncrease(value: unknown): value is Increase {
  return (
    typeof value === 'object' && value !== null && 'increase' in value && Object.keys(value).length === 1
  );
}

export function addOnce(value: string): AddOnce {
  return { addOnce: value };
}

export function isAddOnce(value: unknown): value is AddOnce {
  return typeof value === 'object' && value !== null && 'addOnce' in value && Object.keys(value).length === 1;
}
