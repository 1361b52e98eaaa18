import { randomBytes } from 'node:crypto';
import { CloudError, invalid, requestFailed } from '../cloud-error';
import { LIMITS, type Limits } from '../limits';
import { checkStorable, fromText, toText } from '../protocol/ejson';
import { Collection, type DocumentId, type Row } from './collection';
import type { Declarations } from './declarations';
import type { Plain } from './key';
import { Marks } from './marks';
import type { Sql } from './sql';

/** One document's step from a stored text (or nothing) to the next text (or nothing). */
export interface Change {
  collection: Collection;
  id: DocumentId;
  before: Row | undefined;
  after: string | undefined;
}

/** Collections of this prefix may be created freely and scanned: only the suites of this tool use them. */
export const SCRATCH = 'scratch_';
const BULK_CHUNK = 20_000;

/**
 * The durable store. Every write of one turn of the event loop shares one SQL transaction and one fsync; whoever answers a
 * request awaits `durable()` first, so nothing is acknowledged, or read, before it is on disk.
 */
export class Store {
  /** Told of each applied change, before anyone else can see it: open transactions keep what their snapshot needs. */
  onApply: (changes: Change[]) => void = () => undefined;
  limits: Limits = LIMITS;
  private readonly collections = new Map<string, Collection>();
  private group: Promise<void> | undefined;
  private readonly marks = new Marks();

  constructor(
    readonly sql: Sql,
    private readonly declarations: Declarations,
  ) {
    sql.exec('CREATE TABLE IF NOT EXISTS _meta(name TEXT PRIMARY KEY, value TEXT)');
    sql.exec(
      'CREATE TABLE IF NOT EXISTS _index(collection TEXT, name TEXT, definition TEXT, arrays TEXT, PRIMARY KEY(collection, name))',
    );
    sql.exec('BEGIN IMMEDIATE');
    for (const name of declarations.collections) this.open(name);
    this.dropForgottenIndexes();
    sql.exec('COMMIT');
  }

  /** The collection of that name; an undeclared one does not exist. */
  collection(name: string): Collection {
    const found = this.collections.get(name);
    if (found !== undefined) return found;
    throw new CloudError(
      'DATABASE_COLLECTION_NOT_EXIST',
      `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
    );
  }

  collectionNames(): string[] {
    return [...this.collections.keys()];
  }

  addCollection(name: string): void {
    if (this.collections.has(name)) {
      throw new CloudError('DATABASE_COLLECTION_ALREADY_EXIST', `Table exist: ${name}`);
    }
    if (!name.startsWith(SCRATCH) || !/^\w+$/.test(name)) {
      throw invalid(
        `${name} is not declared in collections.json: collections come into being by deployment.`,
      );
    }
    if (this.collections.size >= this.limits.collections) {
      throw new CloudError('DATABASE_COLLECTION_EXCEED_LIMIT', 'Too many collections.');
    }
    this.join();
    this.open(name);
  }

  newId(): string {
    return randomBytes(16).toString('hex');
  }

  /** Applies all changes or none, within the current group. */
  apply(changes: Change[]): void {
    for (const { collection, id, before } of changes) this.marks.note(collection, id, before?.doc);
    this.join();
    this.sql.exec('SAVEPOINT operation');
    try {
      writeAll(changes);
    } catch (error) {
      this.sql.exec('ROLLBACK TO operation');
      this.sql.exec('RELEASE operation');
      throw error;
    }
    this.sql.exec('RELEASE operation');
    this.onApply(changes);
  }

  /** Resolves when everything applied so far is on disk. */
  durable(): Promise<void> {
    return this.group ?? Promise.resolve();
  }

  /** Fills a collection from plain documents; an empty one is filled several times faster. Returns how many. */
  bulkLoad(name: string, documents: Iterable<object>, onProgress?: (done: number) => void): number {
    const collection = this.collection(name);
    const prepared: { document: Plain; text: string }[] = [];
    for (const document of documents) prepared.push(this.prepareDocument(document as Plain));
    for (const { document } of prepared) this.note(collection, document['_id'] as DocumentId);
    if (collection.size() === 0) this.inOneCommit(() => collection.fill(prepared));
    else this.insertInChunks(collection, prepared, onProgress);
    onProgress?.(prepared.length);
    return prepared.length;
  }

  /** A moment to which the store can go back, for suites that begin again and again; answers its number. */
  mark(): number {
    return this.marks.set();
  }

  /** Makes every document what it was at a mark. Nobody else may be at work; later marks are gone. */
  backTo(mark: number): void {
    const changes = this.marks.takeSince(mark).map(({ collection, id, text }) => {
      return { collection, id, before: collection.read(id), after: text };
    });
    this.join();
    writeAll(changes.filter(({ before, after }) => before?.doc !== after));
  }

  /** Gives a new document its id and checks that the database would keep it. */
  prepareDocument(document: Plain): { document: Plain; text: string } {
    const identified = document['_id'] === undefined ? { _id: this.newId(), ...document } : document;
    const text = toText(identified);
    const stored = fromText(text);
    return { document: stored, text: this.checked(stored, text) };
  }

  /** Returns the text if a document of this content may be stored. */
  checked(document: Plain, text: string): string {
    const id = document['_id'];
    if (typeof id !== 'string' && typeof id !== 'number') throw invalid('_id must be a string or a number.');
    if (Buffer.byteLength(text) > this.limits.documentBytes) {
      throw requestFailed('document exceeds the size limit');
    }
    checkStorable(document);
    return text;
  }

  /** Empties every collection. */
  empty(): void {
    for (const name of this.collections.keys()) this.emptyOne(name);
  }

  emptyOne(name: string): void {
    const collection = this.collection(name);
    if (collection.size() === 0) return;
    if (this.marks.areSet) {
      for (const { doc } of collection.allRows()) this.note(collection, fromText(doc)['_id'] as DocumentId);
    }
    this.join();
    collection.empty();
  }

  close(): void {
    this.finishGroup();
    this.sql.release();
    this.sql.close();
  }

  private note(collection: Collection, id: DocumentId): void {
    if (this.marks.areSet) this.marks.note(collection, id, collection.read(id)?.doc);
  }

  /** Joins the group of this turn, opening it when this is its first write. */
  private join(): void {
    if (this.group !== undefined) return;
    this.sql.exec('BEGIN IMMEDIATE');
    this.group = new Promise((resolve) => {
      setImmediate(() => {
        this.finishGroup();
        resolve();
      });
    });
  }

  private finishGroup(): void {
    if (this.group === undefined) return;
    this.group = undefined;
    try {
      this.sql.exec('COMMIT');
    } catch (error) {
      // After a failed fsync nothing about the file is certain: to answer, or to try again, could lose a promise.
      console.error('The store could not commit; stopping.', error);
      process.exit(1);
    }
  }

  private insertInChunks(
    collection: Collection,
    prepared: { text: string; document: Plain }[],
    onProgress?: (done: number) => void,
  ): void {
    for (let start = 0; start < prepared.length; start += BULK_CHUNK) {
      const chunk = prepared.slice(start, start + BULK_CHUNK);
      this.inOneCommit(() => {
        for (const { document, text } of chunk) {
          collection.write({ row: undefined, old: undefined, next: document, text });
        }
      });
      onProgress?.(start + chunk.length);
    }
  }

  private inOneCommit(work: () => void): void {
    this.finishGroup();
    this.sql.exec('BEGIN IMMEDIATE');
    try {
      work();
    } catch (error) {
      this.sql.exec('ROLLBACK');
      throw error;
    }
    this.sql.exec('COMMIT');
  }

  private open(name: string): void {
    const indexes = this.declarations.indexes[name] ?? [];
    const { keyBytes } = this.limits;
    this.collections.set(name, new Collection(this.sql, name, { indexes, keyBytesMax: keyBytes }));
  }

  private dropForgottenIndexes(): void {
    for (const row of this.sql.prepare('SELECT collection, name FROM _index').all([])) {
      const [collection, name] = [String(row['collection']), String(row['name'])];
      const declared = this.collections.get(collection);
      if (declared === undefined || declared.indexes.some((index) => index.definition.name === name)) {
        continue;
      }
      this.sql.exec(`DROP TABLE IF EXISTS "x_${collection}_${name}"`);
      this.sql.prepare('DELETE FROM _index WHERE collection = ? AND name = ?').run([collection, name]);
    }
  }
}

function writeAll(changes: Change[]): void {
  const steps = changes.map(({ collection, before, after }) => ({
    collection,
    row: before,
    old: before === undefined ? undefined : fromText(before.doc),
    next: after === undefined ? undefined : fromText(after),
    text: after,
  }));
  // Index rows leave first, so that a unique value may move from one document to another within one commit.
  for (const step of steps) step.collection.unindex(step);
  for (const step of steps) step.collection.write(step);
}
