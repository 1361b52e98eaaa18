import { randomBytes } from 'node:crypto';
import { CloudError, conflict, requestFailed } from '../cloud-error';
import { fromText } from '../protocol/ejson';
import type { Collection, DocumentId } from '../store/collection';
import { duplicate, type Index } from '../store/index';
import type { Plain } from '../store/key';
import type { Change, Store } from '../store/store';
import { Locked, Locks } from './locks';

interface StagedWrite {
  collection: Collection;
  id: DocumentId;
  after: string | undefined;
  /** The document must not be there yet. */
  create?: boolean;
}

export interface Transaction {
  id: string;
  /** Whoever began it; a write of the same owner outside of it escapes a rollback. */
  owner: object;
  snapshot: number;
  startedAt: number;
  operations: number;
  staged: Map<string, StagedWrite>;
  locks: Set<string>;
}

/**
 * Snapshot isolation as on the platform: a transaction reads the moment of its first operation, its first write to a document locks it,
 * and the second writer loses at once. The loser is aborted here, because the SDK repeats without rolling back.
 */
export class Transactions {
  private readonly locks = new Locks();
  private readonly open = new Map<string, Transaction>();
  /** For each document changed while a transaction is open: what it was before each change. */
  private readonly history = new Map<string, { sequence: number; before: string | undefined }[]>();
  private sequence = 0;

  constructor(private readonly store: Store) {
    store.onApply = (changes) => this.remember(changes);
  }

  begin(owner: object): string {
    this.expire();
    if (this.open.size >= this.store.limits.transactionsOpen) {
      throw new CloudError('EXCEED_CONCURRENT_REQUEST_LIMIT', 'Too many open transactions.');
    }
    const transaction: Transaction = {
      id: randomBytes(12).toString('hex'),
      owner,
      snapshot: this.sequence,
      startedAt: performance.now(),
      operations: 0,
      staged: new Map(),
      locks: new Set(),
    };
    this.open.set(transaction.id, transaction);
    return transaction.id;
  }

  /** The open transaction of that id, charged with one more operation. */
  use(id: string): Transaction {
    this.expire();
    const transaction = this.open.get(id);
    if (transaction === undefined) {
      throw new CloudError(
        'DATABASE_TRANSACTION_FAIL',
        '[ResourceNotFound.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds.',
      );
    }
    if (transaction.operations === 0) transaction.snapshot = this.sequence;
    transaction.operations += 1;
    if (transaction.operations > this.store.limits.transactionOperations) {
      throw requestFailed('too many operations in a transaction');
    }
    return transaction;
  }

  /** The text a transaction sees: its own write, else the document as it was at the snapshot. */
  visible(transaction: Transaction, collection: Collection, id: DocumentId): string | undefined {
    const key = documentKey(collection, id);
    const own = transaction.staged.get(key);
    if (own !== undefined) return own.after;
    const later = this.history.get(key)?.find((entry) => entry.sequence > transaction.snapshot);
    return later === undefined ? collection.read(id)?.doc : later.before;
  }

  /** Writes within a transaction; a conflict ends it. */
  stage(transaction: Transaction, write: StagedWrite): void {
    const key = documentKey(write.collection, write.id);
    const changedSince =
      this.history.get(key)?.some((entry) => entry.sequence > transaction.snapshot) === true;
    if (changedSince || this.heldByAnother(key, transaction.id)) throw this.lose(transaction);
    if (write.create === true && this.visible(transaction, write.collection, write.id) !== undefined) {
      throw duplicate(write.collection.name, write.collection.idIndex);
    }
    const unique = write.after === undefined ? [] : uniqueKeys(write.collection, fromText(write.after));
    for (const entry of unique) {
      if (this.heldByAnother(entry.lock, transaction.id)) throw this.lose(transaction);
      this.checkUnique(transaction, write, entry);
    }
    for (const lock of [key, ...unique.map((entry) => entry.lock)]) {
      this.locks.take(lock, transaction.id);
      transaction.locks.add(lock);
    }
    transaction.staged.set(key, write);
  }

  commit(id: string): void {
    const transaction = this.use(id);
    const changes = [...transaction.staged.values()].map((write): Change => ({
      ...write,
      before: write.collection.read(write.id),
    }));
    try {
      if (changes.length > 0) {
        this.store.apply(
          changes.filter((change) => change.before !== undefined || change.after !== undefined),
        );
      }
    } finally {
      this.end(transaction);
    }
  }

  abort(id: string): void {
    this.end(this.use(id));
  }

  abortAll(): void {
    for (const transaction of this.open.values()) this.end(transaction);
  }

  /** Aborts what an owner left open: its process has died. */
  abortOf(owner: object): void {
    for (const transaction of this.open.values()) if (transaction.owner === owner) this.end(transaction);
  }

  has(owner: object): boolean {
    return [...this.open.values()].some((transaction) => transaction.owner === owner);
  }

  /** Stops an ordinary write that would touch what a transaction holds; nothing has been done yet. */
  checkFree(collection: Collection, id: DocumentId, next: Plain | undefined): void {
    if (this.open.size === 0) return;
    const keys = [
      documentKey(collection, id),
      ...(next === undefined ? [] : uniqueKeys(collection, next).map((entry) => entry.lock)),
    ];
    const held = keys.find((key) => this.locks.holder(key) !== undefined);
    if (held !== undefined) throw new Locked(held);
  }

  /** Runs an ordinary write, waiting for locks up to the limit. */
  async whenFree<T>(work: () => T): Promise<T> {
    const deadline = performance.now() + this.store.limits.waitSeconds * 1000;
    for (;;) {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof Locked)) throw error;
        const left = deadline - performance.now();
        if (left <= 0 || !(await this.locks.released(error.key, left))) {
          throw new CloudError('DATABASE_TIMEOUT', 'The document is locked by a transaction.');
        }
      }
    }
  }

  private heldByAnother(key: string, transactionId: string): boolean {
    const holder = this.locks.holder(key);
    return holder !== undefined && holder !== transactionId;
  }

  private checkUnique(transaction: Transaction, write: StagedWrite, { index, key }: UniqueKey): void {
    const { collection, id } = write;
    const holder = collection.holderOf(index, key);
    const staged = [...transaction.staged.values()].filter(
      (other) => other.collection === collection && other.id !== id,
    );
    const vacated = staged.some((other) => other.id === holder && !holds(index, other.after, key));
    const clash =
      (holder !== undefined && holder !== id && !vacated) ||
      staged.some((other) => holds(index, other.after, key));
    if (clash) throw duplicate(collection.name, index);
  }

  private lose(transaction: Transaction): CloudError {
    this.end(transaction);
    return conflict();
  }

  private end(transaction: Transaction): void {
    this.open.delete(transaction.id);
    if (this.open.size === 0) this.history.clear();
    this.locks.release(transaction.locks);
  }

  private expire(): void {
    const oldest = performance.now() - this.store.limits.transactionSeconds * 1000;
    for (const transaction of this.open.values()) if (transaction.startedAt < oldest) this.end(transaction);
  }

  private remember(changes: Change[]): void {
    this.sequence += 1;
    if (this.open.size === 0) return;
    for (const { collection, id, before } of changes) {
      const key = documentKey(collection, id);
      const entries = this.history.get(key) ?? [];
      entries.push({ sequence: this.sequence, before: before?.doc });
      this.history.set(key, entries);
    }
  }
}

interface UniqueKey {
  index: Index;
  key: Buffer;
  lock: string;
}

function uniqueKeys(collection: Collection, document: Plain): UniqueKey[] {
  return collection.indexes
    .filter((index) => index.definition.unique)
    .flatMap((index) =>
      index.keysOf(document).map((key) => ({
        index,
        key,
        lock: `${collection.name}#${index.definition.name}#${key.toString('latin1')}`,
      })),
    );
}

function holds(index: Index, text: string | undefined, key: Buffer): boolean {
  return text !== undefined && index.keysOf(fromText(text)).some((other) => other.equals(key));
}

function documentKey(collection: Collection, id: DocumentId): string {
  return `${collection.name}/${typeof id}/${id}`;
}
