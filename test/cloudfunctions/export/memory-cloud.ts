/**
 * Store and files in memory, for runs that must be divided and killed at will: the street is filled in once, each run gets a
 * life of so many calls, and the call after the last one, like all that follow, finds the process dead.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import type { FileStore } from '../../../cloudfunctions/kernel/cloud';
import type { SystemContext } from '../../../cloudfunctions/kernel/context';
import {
  DuplicateKey,
  isIncrease,
  type Change,
  type Condition,
  type Query,
  type Store,
  type Stored,
} from '../../../cloudfunctions/kernel/store';
import type { Keyring } from '../../../cloudfunctions/vault/keys';

type Document = Record<string, unknown> & Stored;

/** The process died at this call. */
export class Killed extends Error {}

export interface Life {
  readonly now: number;
  /** Calls after which the process dies; none unless said. */
  readonly calls?: number;
  /** What else happens before a call, such as another runner's whole run. */
  readonly before?: (call: number) => Promise<void>;
}

const HOME = 'cloud://memory.bucket/';

export class MemoryCloud {
  readonly files = new Map<string, Buffer>();
  private readonly collections = new Map<string, Map<string, Document>>();
  private readonly server: Server = createServer((request, response) => {
    const bytes = this.files.get(HOME + decodeURI((request.url ?? '').slice(1)));
    response.writeHead(bytes === undefined ? 404 : 200);
    response.end(bytes);
  });

  constructor(private readonly keyring: Keyring) {}

  listen(): Promise<void> {
    return new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  fill(name: string, documents: Iterable<Stored>): void {
    const copies = [...documents].map((document) => structuredClone(document) as Document);
    this.collections.set(name, new Map(copies.map((document) => [document._id, document])));
  }

  all<T>(name: string): T[] {
    return [...this.of(name).values()].map((document) => structuredClone(document) as T);
  }

  change(name: string, id: string, change: Change): void {
    this.of(name).set(id, changed(this.of(name).get(id) ?? { _id: id }, change));
  }

  /** A run's context; `calls` counts what it has called so far. */
  run(life: Life): { context: SystemContext; calls: () => number } {
    let calls = 0;
    const live = async <T>(work: () => T | Promise<T>): Promise<T> => {
      if (calls >= (life.calls ?? Infinity)) throw new Killed();
      calls += 1;
      await life.before?.(calls);
      return work();
    };
    const context: SystemContext = {
      requestId: `run at ${life.now}`,
      now: life.now,
      today: '2026-03-10',
      store: this.store(live),
      files: this.fileStore(live),
      keyring: this.keyring,
      newId: () => 'unused',
      campaign: () => Promise.reject(new Error('an export asks for no campaign')),
      elapsed: () => 0,
    };
    return { context, calls: () => calls };
  }

  private of(name: string): Map<string, Document> {
    const found = this.collections.get(name) ?? new Map<string, Document>();
    this.collections.set(name, found);
    return found;
  }

  private search(name: string, { where, order = [], limit }: Query): Document[] {
    const found = [...this.of(name).values()].filter((document) => meets(document, where));
    const [[field, direction] = ['_id', 'asc']] = order;
    const sign = direction === 'asc' ? 1 : -1;
    found.sort((left, right) => (String(left[field]) < String(right[field]) ? -sign : sign));
    return structuredClone(found.slice(0, limit));
  }

  private store(live: <T>(work: () => T | Promise<T>) => Promise<T>): Store {
    return {
      find: (name, id) => live(() => structuredClone(this.of(name).get(id)) as never),
      search: (name, query) => live(() => this.search(name, query) as never),
      insert: (name, documents) =>
        live(() => {
          for (const document of documents) {
            if (this.of(name).has(document._id)) throw new DuplicateKey(name);
            this.of(name).set(document._id, structuredClone(document) as Document);
          }
        }),
      replace: (name, document) =>
        live(() => void this.of(name).set(document._id, structuredClone(document) as Document)),
      patchWhere: (name, where, change) =>
        live(() => {
          const hits = [...this.of(name).values()].filter((document) => meets(document, where));
          for (const hit of hits) this.change(name, hit._id, change);
          return hits.length;
        }),
      remove: (name, id) => live(() => void this.of(name).delete(id)),
      patchAndRead: () => Promise.reject(new Error('an export reads no changed document')),
      transact: () => Promise.reject(new Error('a job has no transaction')),
    };
  }

  private fileStore(live: <T>(work: () => T | Promise<T>) => Promise<T>): FileStore {
    return {
      put: (path, content) =>
        live(async () => {
          const chunks: Buffer[] = [];
          for await (const chunk of content as Readable) chunks.push(chunk as Buffer);
          this.files.set(HOME + path, Buffer.concat(chunks));
          return HOME + path;
        }),
      get: (fileId) => live(() => this.files.get(fileId) ?? Buffer.alloc(0)),
      address: (fileId) =>
        live(() => {
          const { port } = this.server.address() as AddressInfo;
          return `http://127.0.0.1:${port}/${fileId.slice(HOME.length)}`;
        }),
      remove: (fileIds) => live(() => fileIds.forEach((fileId) => this.files.delete(fileId))),
    };
  }
}

function meets(document: Document, where: Query['where']): boolean {
  return Object.entries(where).every(([field, condition]) => {
    const { owner, name } = placeOf(document, field);
    return fits(owner[name], condition);
  });
}

function fits(value: unknown, condition: Condition): boolean {
  if (typeof condition !== 'object') return value === condition;
  if ('in' in condition) return condition.in.includes(value as string);
  const { gte, gt, lte, lt } = condition;
  const known = value as string;
  return (
    (gte === undefined || known >= (gte as string)) &&
    (gt === undefined || known > (gt as string)) &&
    (lte === undefined || known <= (lte as string)) &&
    (lt === undefined || known < (lt as string))
  );
}

/** Where a dotted path leads. */
function placeOf(document: Document, path: string): { owner: Record<string, unknown>; name: string } {
  const names = path.split('.');
  const name = names.pop() ?? '';
  const start: Record<string, unknown> = document;
  const owner = names.reduce((at, part) => at[part] as Record<string, unknown>, start);
  return { owner, name };
}

function changed(document: Document, change: Change): Document {
  const after = structuredClone(document);
  for (const [path, value] of Object.entries(structuredClone(change))) {
    const { owner, name } = placeOf(after, path);
    if (value === undefined) Reflect.deleteProperty(owner, name);
    else owner[name] = isIncrease(value) ? Number(owner[name] ?? 0) + value.increase : value;
  }
  return after;
}
