/**
 * Once a minute: numbers what has happened since and appends it to the chains of its actors. Any number of runs may be on the
 * way at once, and each may die anywhere. What the newest link covers is marked before the next one is stored, and the place
 * in the chain is taken before it is asked what is still unmarked: a record that another run has linked since then finds the
 * link's key taken. So every record stands in one link, and no run stops another.
 */
import {
  appendLink,
  coveredPart,
  emptyHead,
  headAfter,
  RECORDS_OF_LINK_MAX,
  shardOf,
  type ChainRecord,
} from '../../audit/chain';
import type { SystemContext } from '../../kernel/context';
import { DuplicateKey, type Store } from '../../kernel/store';
import type { AuditHeadDocument } from '../../repositories/documents';
import {
  findHead,
  lastLink,
  markLinked,
  moveHead,
  unlinkedAmong,
  unlinkedEvents,
  unlinkedLooks,
} from '../../repositories/trail';

const RUN_MS = 20_000;
const SOURCES = [
  ['e', 'events'],
  ['a', 'audit'],
] as const;

function idsIn(names: readonly string[], mark: string): string[] {
  return names.filter((name) => name.startsWith(`${mark}:`)).map((name) => name.slice(2));
}

async function mark(store: Store, names: readonly string[]): Promise<void> {
  for (const [source, collection] of SOURCES) {
    const ids = idsIn(names, source);
    if (ids.length > 0) await markLinked(store, collection, ids);
  }
}

async function unlinked(store: Store, records: readonly ChainRecord[]): Promise<ChainRecord[]> {
  const names = records.map(({ name }) => name);
  const left = new Set<string>();
  for (const [source, collection] of SOURCES) {
    const ids = idsIn(names, source);
    const rows = ids.length === 0 ? [] : await unlinkedAmong(store, collection, ids);
    for (const { _id } of rows) left.add(`${source}:${_id}`);
  }
  return records.filter(({ name }) => left.has(name));
}

/** The stored head; a chain has one before it has a link, so that a head that is missing was taken away. */
async function storedHead(store: Store, shard: number): Promise<AuditHeadDocument> {
  const head = await findHead(store, shard);
  if (head !== undefined) return head;
  await store.insert('auditHeads', [emptyHead(shard)]);
  return emptyHead(shard);
}

async function append(context: SystemContext, shard: number, records: readonly ChainRecord[]): Promise<void> {
  const { store } = context;
  const stored = await storedHead(store, shard);
  const last = await lastLink(store, shard);
  // A link beyond the head is one whose run has not moved it. A head beyond the links says that links were taken away: the
  // chain goes on from the head, and the gap stays to be seen.
  const head = last !== undefined && last.seq > stored.seq ? headAfter(last) : stored;
  // Marked last of all: as long as a head lags behind, a record of its chain is still found.
  if (head.seq > stored.seq) await moveHead(store, head);
  await mark(store, last?.records ?? []);
  const fresh = await unlinked(store, records);
  if (fresh.length === 0) return;
  const link = appendLink(head, fresh, context.now);
  await store.insert('auditLinks', [link]);
  await moveHead(store, headAfter(link));
  await mark(store, link.records);
}

/** False where another run has taken this place in the chain: what is left is for the next batch. */
async function appended(
  context: SystemContext,
  shard: number,
  records: readonly ChainRecord[],
): Promise<boolean> {
  try {
    await append(context, shard, records);
    return true;
  } catch (error) {
    if (!(error instanceof DuplicateKey)) throw error;
    return false;
  }
}

/** How many chains went on. */
async function linkBatch(context: SystemContext): Promise<number> {
  const events = await unlinkedEvents(context.store);
  const looks = await unlinkedLooks(context.store);
  const records: ChainRecord[] = [
    ...events.map((event) => ({ name: `e:${event._id}`, audit: coveredPart(event) })),
    ...looks.map((look) => ({ name: `a:${look._id}`, audit: coveredPart(look) })),
  ].sort((left, right) => left.audit.at - right.audit.at);
  const shards = new Map<number, ChainRecord[]>();
  for (const record of records.slice(0, RECORDS_OF_LINK_MAX)) {
    const shard = shardOf(record.audit.actor);
    shards.set(shard, [...(shards.get(shard) ?? []), record]);
  }
  let moved = 0;
  for (const [shard, part] of shards) if (await appended(context, shard, part)) moved += 1;
  return moved;
}

export async function linkTrail(context: SystemContext): Promise<void> {
  while (context.elapsed() < RUN_MS && (await linkBatch(context)) > 0);
}
