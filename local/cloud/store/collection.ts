import { createHash } from 'node:crypto';
import { fromText } from '../protocol/ejson';
import { Index, type IndexDefinition } from './index';
import { encodeValue, type Plain } from './key';
import type { Sql, SqlRow, Statement } from './sql';

/** A stored document: its number (a hash of its id, so no order of insertion shows) and its text. */
export interface Row {
  n: number;
  doc: string;
}

export type DocumentId = string | number;

/** A document's step: where it is stored and what it was (if it was there), what it becomes (unless it goes). */
export interface DocumentStep {
  row: Row | undefined;
  old: Plain | undefined;
  next: Plain | undefined;
  text: string | undefined;
}

/** One collection: a table of texts and a table for each index, `_id` among them. Callers hold the SQL transaction. */
export class Collection {
  readonly idIndex: Index;
  readonly indexes: Index[];
  private readonly byNumber: Statement;
  private readonly insertRow: Statement;
  private readonly updateRow: Statement;
  private readonly deleteRow: Statement;
  private readonly table: string;
  private knownDigest: string | undefined;

  constructor(
    private readonly sql: Sql,
    readonly name: string,
    { indexes, keyBytesMax }: { indexes: IndexDefinition[]; keyBytesMax: number },
  ) {
    this.table = `"c_${name}"`;
    sql.exec(`CREATE TABLE IF NOT EXISTS ${this.table}(n INTEGER PRIMARY KEY, doc TEXT NOT NULL)`);
    const open = (definition: IndexDefinition): Index => new Index(sql, name, { definition, keyBytesMax });
    this.idIndex = open({ name: '_id_', fields: [['_id', 1]], unique: true });
    this.indexes = [this.idIndex, ...indexes.map(open)];
    this.byNumber = sql.prepare(`SELECT n, doc FROM ${this.table} WHERE n = ?`);
    this.insertRow = sql.prepare(`INSERT INTO ${this.table}(n, doc) VALUES(?, ?)`);
    this.updateRow = sql.prepare(`UPDATE ${this.table} SET doc = ? WHERE n = ?`);
    this.deleteRow = sql.prepare(`DELETE FROM ${this.table} WHERE n = ?`);
  }

  read(id: DocumentId): Row | undefined {
    const n = this.idIndex.holder(encodeValue(id));
    return n === undefined ? undefined : this.readNumber(n);
  }

  readNumber(n: number): Row | undefined {
    const row = this.byNumber.get([n]);
    return row === undefined ? undefined : rowOf(row);
  }

  /** Every document, in the order of the hash. Only scans that strict mode lets through come here. */
  allRows(): Row[] {
    return this.sql.prepare(`SELECT n, doc FROM ${this.table} ORDER BY n`).all([]).map(rowOf);
  }

  size(): number {
    return Number(this.sql.prepare(`SELECT count(*) AS total FROM ${this.table}`).get([])?.['total']);
  }

  /** Equal digests are equal documents; it is made anew only after a write. */
  digest(): string {
    if (this.knownDigest === undefined) {
      const hash = createHash('sha256');
      for (const { doc } of this.allRows()) hash.update(doc).update('\n');
      this.knownDigest = hash.digest('hex');
    }
    return this.knownDigest;
  }

  /** First half of a change: what the indexes no longer hold leaves. */
  unindex({ row, old, next }: DocumentStep): void {
    if (row === undefined || old === undefined) return;
    for (const index of this.indexes) index.drop(row.n, old, next);
  }

  /** Second half of a change: the document and its new keys are stored, or it goes. */
  write({ row, old, next, text }: DocumentStep): void {
    this.knownDigest = undefined;
    if (next === undefined || text === undefined) {
      if (row !== undefined) this.deleteRow.run([row.n]);
      return;
    }
    const n = row?.n ?? this.freeNumber(next['_id'] as DocumentId);
    for (const index of this.indexes) index.put(n, old, next);
    if (row === undefined) this.insertRow.run([n, text]);
    else this.updateRow.run([text, n]);
  }

  /** The id of the stored document that holds this key of a unique index. */
  holderOf(index: Index, key: Buffer): DocumentId | undefined {
    const n = index.holder(key);
    const row = n === undefined ? undefined : this.readNumber(n);
    return row === undefined ? undefined : (fromText(row.doc)['_id'] as DocumentId);
  }

  /** Fills an empty collection in the order of its B-trees. */
  fill(documents: { document: Plain; text: string }[]): void {
    this.knownDigest = undefined;
    const taken = new Set<number>();
    const numbered = documents.map((entry) => {
      let n = hashOf(entry.document['_id'] as DocumentId);
      while (taken.has(n)) n += 1;
      taken.add(n);
      return { ...entry, n };
    });
    numbered.sort((a, b) => a.n - b.n);
    const rows = numbered.map(({ n, text }): [number, string] => [n, text]);
    this.sql.insertPairs(this.table, rows);
    for (const index of this.indexes) index.fill(numbered);
  }

  empty(): void {
    this.knownDigest = undefined;
    this.sql.exec(`DELETE FROM ${this.table}`);
    for (const index of this.indexes) this.sql.exec(`DELETE FROM ${index.table}`);
  }

  private freeNumber(id: DocumentId): number {
    let n = hashOf(id);
    while (this.readNumber(n) !== undefined) n += 1;
    return n;
  }
}

function rowOf(row: SqlRow): Row {
  return { n: Number(row['n']), doc: String(row['doc']) };
}

/** 48 bits of a hash of the id: the number under which a document is stored, and its place where no order is asked for. */
export function hashOf(id: DocumentId): number {
  return createHash('sha1').update(encodeValue(id)).digest().readUIntBE(0, 6);
}
