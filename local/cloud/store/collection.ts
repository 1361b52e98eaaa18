import { createHash } from 'node:crypto';
import { requestFailed } from '../cloud-error';
import { Index, type IndexDefinition } from './index';
import { fromText } from '../protocol/ejson';
import { encodeValue, type Plain } from './key';
import type { Sql, Statement } from './sql';

/** A stored document: its number (a hash of its id, so no order of insertion shows) and its text. */
export interface Row {
  n: number;
  doc: string;
}

export type DocumentId = string | number;

interface IndexStatements {
  index: Index;
  put: Statement;
  drop: Statement;
  holder: Statement;
}

/** One collection: a table of texts and a table for each index, `_id` among them. Callers hold the SQL transaction. */
export class Collection {
  readonly indexes: Index[];
  readonly idIndex: Index;
  private readonly statements: IndexStatements[];
  private readonly byId: Statement;
  private readonly byNumber: Statement;
  private readonly insertRow: Statement;
  private readonly updateRow: Statement;
  private readonly deleteRow: Statement;

  constructor(
    private readonly sql: Sql,
    readonly name: string,
    definitions: IndexDefinition[],
    keyBytesMax: number,
  ) {
    const table = `"c_${name}"`;
    sql.exec(`CREATE TABLE IF NOT EXISTS ${table}(n INTEGER PRIMARY KEY, doc TEXT NOT NULL)`);
    this.idIndex = this.openIndex({ name: '_id_', fields: [['_id', 1]], unique: true }, keyBytesMax);
    this.indexes = [
      this.idIndex,
      ...definitions.map((definition) => this.openIndex(definition, keyBytesMax)),
    ];
    this.statements = this.indexes.map((index) => ({
      index,
      put: sql.prepare(`INSERT INTO ${index.table}(key, n) VALUES(?, ?)`),
      drop: sql.prepare(`DELETE FROM ${index.table} WHERE key = ? AND n = ?`),
      holder: sql.prepare(`SELECT n FROM ${index.table} WHERE key = ? LIMIT 1`),
    }));
    this.byId = sql.prepare(
      `SELECT c.n, c.doc FROM "x_${name}__id_" x JOIN ${table} c ON c.n = x.n WHERE x.key = ?`,
    );
    this.byNumber = sql.prepare(`SELECT n, doc FROM ${table} WHERE n = ?`);
    this.insertRow = sql.prepare(`INSERT INTO ${table}(n, doc) VALUES(?, ?)`);
    this.updateRow = sql.prepare(`UPDATE ${table} SET doc = ? WHERE n = ?`);
    this.deleteRow = sql.prepare(`DELETE FROM ${table} WHERE n = ?`);
  }

  read(id: DocumentId): Row | undefined {
    return this.byId.get<Row>([encodeValue(id)]);
  }

  readNumber(n: number): Row | undefined {
    return this.byNumber.get<Row>([n]);
  }

  /** Every document, in the order of the hash. Only scans that strict mode lets through come here. */
  allRows(): Row[] {
    return this.sql.prepare(`SELECT n, doc FROM "c_${this.name}" ORDER BY n`).all<Row>([]);
  }

  size(): number {
    return (
      this.sql.prepare(`SELECT count(*) AS total FROM "c_${this.name}"`).get<{ total: number }>([])?.total ??
      0
    );
  }

  /** Takes the document's rows out of the indexes, except those its next version (if any) keeps. */
  unindex(row: Row, before: Plain, next: Plain | undefined): void {
    for (const { index, drop } of this.statements) {
      const kept = new Set(next === undefined ? [] : index.keysOf(next).keys.map(hex));
      for (const key of index.keysOf(before).keys) if (!kept.has(hex(key))) drop.run([key, row.n]);
    }
  }

  /** Stores a document and the index rows it does not have yet; answers a clash with `E11000` and the index's name. */
  write(row: Row | undefined, before: Plain | undefined, next: Plain, text: string): void {
    const n = row?.n ?? this.freeNumber(next['_id'] as DocumentId);
    for (const { index, put, holder } of this.statements) {
      const present = new Set(before === undefined ? [] : index.keysOf(before).keys.map(hex));
      const { keys, arrays } = index.keysOf(next);
      for (const path of arrays) this.noteArray(index, path);
      for (const key of keys) {
        if (present.has(hex(key))) continue;
        if (index.definition.unique && holder.get([key]) !== undefined) throw duplicate(this.name, index);
        put.run([key, n]);
      }
    }
    if (row === undefined) this.insertRow.run([n, text]);
    else this.updateRow.run([text, n]);
  }

  remove(row: Row): void {
    this.deleteRow.run([row.n]);
  }

  /** The id of the stored document that holds this key of a unique index. */
  holderOf(index: Index, key: Buffer): DocumentId | undefined {
    const found = this.statements.find((entry) => entry.index === index)?.holder.get<{ n: number }>([key]);
    const row = found === undefined ? undefined : this.readNumber(found.n);
    return row === undefined ? undefined : ((JSON.parse(row.doc) as Plain)['_id'] as DocumentId);
  }

  /** Fills an empty collection in the order of its B-trees, which is several times faster than one by one. */
  fill(documents: { document: Plain; text: string }[]): void {
    const taken = new Set<number>();
    const numbered = documents.map((entry) => {
      let n = hashOf(entry.document['_id'] as DocumentId);
      while (taken.has(n)) n += 1;
      taken.add(n);
      return { ...entry, n };
    });
    numbered.sort((a, b) => a.n - b.n);
    for (const { n, text } of numbered) this.insertRow.run([n, text]);
    for (const statement of this.statements) this.fillIndex(statement, numbered);
  }

  empty(): void {
    this.sql.exec(`DELETE FROM "c_${this.name}"`);
    for (const index of this.indexes) this.sql.exec(`DELETE FROM ${index.table}`);
  }

  private fillIndex({ index, put }: IndexStatements, numbered: { document: Plain; n: number }[]): void {
    const entries = numbered.flatMap(({ document, n }) => {
      const { keys, arrays } = index.keysOf(document);
      for (const path of arrays) this.noteArray(index, path);
      return keys.map((key) => ({ key, n }));
    });
    entries.sort((a, b) => Buffer.compare(a.key, b.key) || a.n - b.n);
    entries.forEach(({ key, n }, position) => {
      const previous = entries[position - 1];
      if (index.definition.unique && previous !== undefined && previous.key.equals(key))
        throw duplicate(this.name, index);
      put.run([key, n]);
    });
  }

  /** Opens an index; a definition that changed since it was built is built again from the documents. */
  private openIndex(definition: IndexDefinition, keyBytesMax: number): Index {
    const table = `"x_${this.name}_${definition.name}"`;
    const text = JSON.stringify([definition.fields, definition.unique]);
    const key = [this.name, definition.name];
    const known = this.sql
      .prepare('SELECT definition, arrays FROM _index WHERE collection = ? AND name = ?')
      .get<{ definition: string; arrays: string }>(key);
    if (known?.definition === text)
      return new Index(definition, table, JSON.parse(known.arrays) as string[], keyBytesMax);

    this.sql.exec(`DROP TABLE IF EXISTS ${table}`);
    const primary = definition.unique ? 'key' : 'key, n';
    this.sql.exec(
      `CREATE TABLE ${table}(key BLOB NOT NULL, n INTEGER NOT NULL, PRIMARY KEY(${primary})) WITHOUT ROWID`,
    );
    this.sql.prepare('DELETE FROM _index WHERE collection = ? AND name = ?').run(key);
    this.sql
      .prepare('INSERT INTO _index(collection, name, definition, arrays) VALUES(?, ?, ?, ?)')
      .run([...key, text, '[]']);
    const index = new Index(definition, table, [], keyBytesMax);
    const put = this.sql.prepare(`INSERT INTO ${table}(key, n) VALUES(?, ?)`);
    this.fillIndex(
      { index, put, drop: put, holder: put },
      this.allRows().map(({ n, doc }) => ({ n, document: fromText(doc) })),
    );
    return index;
  }

  private noteArray(index: Index, path: string): void {
    if (index.arrays.has(path)) return;
    index.arrays.add(path);
    this.sql
      .prepare('UPDATE _index SET arrays = ? WHERE collection = ? AND name = ?')
      .run([JSON.stringify([...index.arrays]), this.name, index.definition.name]);
  }

  private freeNumber(id: DocumentId): number {
    let n = hashOf(id);
    while (this.readNumber(n) !== undefined) n += 1;
    return n;
  }
}

function hex(key: Buffer): string {
  return key.toString('latin1');
}

/** 48 bits of a hash of the id: the number under which a document is stored, and its place where no order is asked for. */
export function hashOf(id: DocumentId): number {
  return createHash('sha1').update(encodeValue(id)).digest().readUIntBE(0, 6);
}

export function duplicate(collection: string, index: Index): Error {
  return requestFailed(
    `multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} index: ${index.definition.name} dup key}]}]`,
  );
}
