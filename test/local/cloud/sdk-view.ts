import type tcb from '@cloudbase/node-sdk';

/**
 * The part of the SDK that the suites use, with types of its own: the SDK's own leave most answers open. The objects
 * behind them are the unmodified SDK's.
 */
export type TestApp = ReturnType<typeof tcb.init>;
export type TestCommand = ReturnType<TestApp['database']>['command'];
export type TestRow = Record<string, unknown>;

export interface TestQuery {
  where(filter: object): TestQuery;
  orderBy(path: string, direction: 'asc' | 'desc'): TestQuery;
  skip(count: number): TestQuery;
  limit(count: number): TestQuery;
  field(projection: object): TestQuery;
  get(): Promise<{ data: TestRow[] }>;
  count(): Promise<{ total: number }>;
  update(changes: object): Promise<{ updated: number }>;
  updateAndReturn(changes: object): Promise<{ updated: number; doc: TestRow }>;
  remove(): Promise<{ deleted: number }>;
}

export interface TestDocument<D> {
  get(): Promise<{ data: D }>;
  set(document: object): Promise<{ updated: number; upsertedId?: string }>;
  update(changes: object): Promise<{ updated: number }>;
  remove(): Promise<{ deleted: number }>;
  delete(): Promise<{ deleted: number }>;
}

type Stage = 'match' | 'group' | 'sort' | 'project' | 'limit' | 'unwind' | 'addFields' | 'lookup' | 'count';
export type TestPipeline = Record<Stage, (value: unknown) => TestPipeline> & {
  end(): Promise<{ data: TestRow[] }>;
};

/** `D` is what reading one document gives: a list outside of a transaction, the document or null within. */
export interface TestCollection<D = TestRow[]> extends TestQuery {
  doc(id: string): TestDocument<D>;
  add(documents: object): Promise<{ id: string; ids: string[] }>;
  aggregate(): TestPipeline;
}

export interface TestTransaction {
  collection(name: string): TestCollection<TestRow | null>;
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

export interface TestDatabase {
  command: TestCommand;
  collection(name: string): TestCollection;
  createCollection(name: string): Promise<unknown>;
  serverDate(options?: object): unknown;
  RegExp(options: { regexp: string; options: string }): unknown;
  startTransaction(): Promise<TestTransaction>;
  runTransaction(work: (transaction: TestTransaction) => Promise<unknown>, times?: number): Promise<unknown>;
}

export function databaseOf(app: TestApp): TestDatabase {
  return app.database() as unknown as TestDatabase;
}
