import Database from 'libsql';

type Value = string | number | Buffer | null;

const PAIRS = 50;

export type SqlRow = Record<string, string | number>;

/** A prepared statement. Parameters always travel as one array: the driver misreads a lone `Buffer`. */
export interface Statement {
  get(parameters: Value[]): SqlRow | undefined;
  all(parameters: Value[]): SqlRow[];
  run(parameters: Value[]): void;
}

/** The embedded database behind its two verbs. Preparing the same text twice gives the same statement. */
export class Sql {
  private readonly database: Database.Database;
  private readonly prepared = new Map<string, Statement>();

  constructor(path: string) {
    this.database = new Database(path);
  }

  exec(text: string): void {
    this.database.exec(text);
  }

  prepare(text: string): Statement {
    const known = this.prepared.get(text);
    if (known !== undefined) return known;
    const statement = this.database.prepare(text);
    const wrapped: Statement = {
      get: (parameters) => statement.get(parameters) as SqlRow | undefined,
      all: (parameters) => statement.all(parameters) as SqlRow[],
      run: (parameters) => void statement.run(parameters),
    };
    this.prepared.set(text, wrapped);
    return wrapped;
  }

  /** Inserts rows of two columns, many to a statement: a call costs as much as a small row. */
  insertPairs(table: string, rows: [Value, Value][]): void {
    const bulk = this.prepare(`INSERT INTO ${table} VALUES ${Array(PAIRS).fill('(?, ?)').join(', ')}`);
    const single = this.prepare(`INSERT INTO ${table} VALUES(?, ?)`);
    const whole = rows.length - (rows.length % PAIRS);
    for (let start = 0; start < whole; start += PAIRS) bulk.run(rows.slice(start, start + PAIRS).flat());
    for (const row of rows.slice(whole)) single.run(row);
  }

  pragma(name: string): string | number | undefined {
    const row = this.prepare(`PRAGMA ${name}`).get([]);
    return row?.[name];
  }

  /**
   * Gives the exclusive lock back: the driver keeps a closed file open until its statements are collected. A file that
   * was deleted under the running process has no lock that anybody waits for.
   */
  release(): void {
    try {
      for (const setting of ['journal_mode=DELETE', 'locking_mode=NORMAL', 'user_version']) {
        this.prepare(`PRAGMA ${setting}`).all([]);
      }
    } catch (error) {
      if (!isReadonly(error)) throw error;
    }
  }

  close(): void {
    this.database.close();
  }
}

function isReadonly(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith('SQLITE_READONLY');
}
