import { requestFailed } from '../cloud-error';
import { fromText } from '../protocol/ejson';
import { fieldKeys, type Direction, type Plain } from './key';
import type { Sql, Statement } from './sql';

export interface IndexDefinition {
  name: string;
  fields: [path: string, direction: Direction][];
  unique: boolean;
}

/** A document under its number. */
export interface Numbered {
  n: number;
  document: Plain;
}

/** A duplicate value of a unique index, in the words the platform is known to use. */
export function duplicate(collection: string, { definition }: Index): Error {
  const place = `E11000 duplicate key error collection: ${collection} index: ${definition.name} dup key`;
  return requestFailed(`multiple write errors: [{write errors: [{${place}}]}]`);
}

/**
 * A declared index: one row (key, document number) for each distinct key of a document. An array gives one row a member,
 * so equality on members never scans; null and missing share a key, so a unique index refuses the second of them.
 */
export class Index {
  readonly table: string;
  /** Fields in which an array has been seen. It only ever grows: being too careful costs a re-check, no wrong answer. */
  readonly arrays: Set<string>;
  private readonly insert: Statement;
  private readonly remove: Statement;
  private readonly find: Statement;

  /** Opens the index; one whose definition changed since it was built is built again from the collection's documents. */
  constructor(
    private readonly sql: Sql,
    private readonly collection: string,
    private readonly settings: { definition: IndexDefinition; keyBytesMax: number },
  ) {
    const { definition } = settings;
    this.table = `"x_${collection}_${definition.name}"`;
    const shape = JSON.stringify([definition.fields, definition.unique]);
    const known = sql
      .prepare('SELECT definition, arrays FROM _index WHERE collection = ? AND name = ?')
      .get([collection, definition.name]);
    const isCurrent = known?.['definition'] === shape;
    this.arrays = new Set(isCurrent ? (JSON.parse(String(known['arrays'])) as string[]) : []);
    if (!isCurrent) this.create(shape);
    this.insert = sql.prepare(`INSERT INTO ${this.table}(key, n) VALUES(?, ?)`);
    this.remove = sql.prepare(`DELETE FROM ${this.table} WHERE key = ? AND n = ?`);
    this.find = sql.prepare(`SELECT n FROM ${this.table} WHERE key = ? LIMIT 1`);
    if (!isCurrent) this.fill(this.storedDocuments());
  }

  get definition(): IndexDefinition {
    return this.settings.definition;
  }

  get multikey(): boolean {
    return this.arrays.size > 0;
  }

  /** The distinct keys of a document. */
  keysOf(document: Plain): Buffer[] {
    return this.read(document).keys;
  }

  /** Number of the document that holds a key. */
  holder(key: Buffer): number | undefined {
    const row = this.find.get([key]);
    return row === undefined ? undefined : Number(row['n']);
  }

  /** Takes out the rows that the next version of a document (if any) does not keep. */
  drop(n: number, before: Plain, next: Plain | undefined): void {
    for (const key of without(this.keysOf(before), next === undefined ? [] : this.keysOf(next))) {
      this.remove.run([key, n]);
    }
  }

  /** Puts in the rows that the version before (if any) did not have; answers a clash with `E11000`. */
  put(n: number, before: Plain | undefined, next: Plain): void {
    const { keys, arrays } = this.read(next);
    for (const path of arrays) this.noteArray(path);
    for (const key of without(keys, before === undefined ? [] : this.keysOf(before))) {
      if (this.definition.unique && this.holder(key) !== undefined) throw duplicate(this.collection, this);
      this.insert.run([key, n]);
    }
  }

  /** Fills an empty index in the order of its keys, which is several times faster than one by one. */
  fill(documents: Numbered[]): void {
    const rows = documents.flatMap(({ document, n }) => {
      const { keys, arrays } = this.read(document);
      for (const path of arrays) this.noteArray(path);
      return keys.map((key) => ({ key, n }));
    });
    rows.sort((a, b) => Buffer.compare(a.key, b.key) || a.n - b.n);
    if (this.definition.unique && rows.some(({ key }, place) => rows[place - 1]?.key.equals(key) === true)) {
      throw duplicate(this.collection, this);
    }
    const pairs = rows.map(({ key, n }): [Buffer, number] => [key, n]);
    this.sql.insertPairs(this.table, pairs);
  }

  private read(document: Plain): { keys: Buffer[]; arrays: string[] } {
    const { definition, keyBytesMax } = this.settings;
    const arrays: string[] = [];
    let keys = [Buffer.alloc(0)];
    for (const [path, direction] of definition.fields) {
      const field = fieldKeys(document, path, direction);
      if (field.array) arrays.push(path);
      keys = keys.flatMap((prefix) => field.keys.map((key) => Buffer.concat([prefix, key])));
    }
    if (arrays.length > 1) {
      throw requestFailed(`cannot index parallel arrays [${arrays.join('] [')}] of index ${definition.name}`);
    }
    const long = keys.find((key) => key.length > keyBytesMax);
    if (long !== undefined) {
      throw requestFailed(`key too large to index ${definition.name}: ${long.length} bytes`);
    }
    return { keys, arrays };
  }

  private create(shape: string): void {
    const { name, unique } = this.definition;
    const primary = unique ? 'key' : 'key, n';
    this.sql.exec(`DROP TABLE IF EXISTS ${this.table}`);
    this.sql.exec(
      `CREATE TABLE ${this.table}(key BLOB NOT NULL, n INTEGER NOT NULL, PRIMARY KEY(${primary})) WITHOUT ROWID`,
    );
    this.sql
      .prepare('INSERT OR REPLACE INTO _index(collection, name, definition, arrays) VALUES(?, ?, ?, ?)')
      .run([this.collection, name, shape, '[]']);
  }

  private storedDocuments(): Numbered[] {
    const rows = this.sql.prepare(`SELECT n, doc FROM "c_${this.collection}"`).all([]);
    return rows.map((row) => ({ n: Number(row['n']), document: fromText(String(row['doc'])) }));
  }

  private noteArray(path: string): void {
    if (this.arrays.has(path)) return;
    this.arrays.add(path);
    this.sql
      .prepare('UPDATE _index SET arrays = ? WHERE collection = ? AND name = ?')
      .run([JSON.stringify([...this.arrays]), this.collection, this.definition.name]);
  }
}

/** Keys that are not among others. */
function without(keys: Buffer[], others: Buffer[]): Buffer[] {
  if (others.length === 0) return keys;
  const known = new Set(others.map((key) => key.toString('latin1')));
  return keys.filter((key) => !known.has(key.toString('latin1')));
}
