/**
 * Once a minute: numbers what has happened since and appends it to the chains of its actors. The link is stored before the
 * head moves and the records are marked last, so a run that dies in between is repeated: the same link is refused by its
 * key, and the chain goes on from the head that stands.
 */
import {
  appendLink,
  emptyHead,
  headAfter,
  RECORDS_OF_LINK_MAX,
  shardOf,
  type ChainRecord,
} from '../../audit/chain';
import type { SystemContext } from '../../kernel/context';
import { DuplicateKey } from '../../kernel/store';
import type { AuditHeadDocument } from '../../repositories/documents';
import { findHead, linksAfter, markLinked, unlinkedEvents, unlinkedLooks } from '../../repositories/trail';

const RUN_MS = 20_000;

async function currentHead(context: SystemContext, shard: number): Promise<AuditHeadDocument> {
  const head = (await findHead(context.store, shard)) ?? emptyHead(shard);
  // A link beyond the head is one whose run died before the head moved: it counts, and the head catches up.
  const [beyond] = await linksAfter(context.store, head, 1);
  return beyond === undefined ? head : headAfter(beyond);
}

async function coveredAlready(context: SystemContext, head: AuditHeadDocument): Promise<ReadonlySet<string>> {
  const [last] =
    head.seq === 0 ? [] : await linksAfter(context.store, { shard: head.shard, seq: head.seq - 1 }, 1);
  return new Set(last?.records ?? []);
}

async function append(context: SystemContext, shard: number, records: readonly ChainRecord[]): Promise<void> {
  const head = await currentHead(context, shard);
  const covered = await coveredAlready(context, head);
  const fresh = records.filter(({ name }) => !covered.has(name)).slice(0, RECORDS_OF_LINK_MAX);
  if (fresh.length > 0) {
    const link = appendLink(head, fresh, context.now);
    await context.store.insert('auditLinks', [link]);
    await context.store.replace('auditHeads', headAfter(link));
  } else {
    await context.store.replace('auditHeads', head);
  }
  for (const [mark, collection] of [
    ['e', 'events'],
    ['a', 'audit'],
  ] as const) {
    const ids = records.filter(({ name }) => name.startsWith(`${mark}:`)).map(({ name }) => name.slice(2));
    if (ids.length > 0) await markLinked(context.store, collection, ids);
  }
}

async function linkBatch(context: SystemContext): Promise<number> {
  const events = await unlinkedEvents(context.store);
  const looks = await unlinkedLooks(context.store);
  const records: ChainRecord[] = [
    ...events.map(({ _id, audit }) => ({ name: `e:${_id}`, audit })),
    ...looks.map(({ _id, audit }) => ({ name: `a:${_id}`, audit })),
  ].sort((left, right) => left.audit.at - right.audit.at);
  const shards = new Map<number, ChainRecord[]>();
  for (const record of records.slice(0, RECORDS_OF_LINK_MAX)) {
    const shard = shardOf(record.audit.actor);
    shards.set(shard, [...(shards.get(shard) ?? []), record]);
  }
  for (const [shard, part] of shards) await append(context, shard, part);
  return records.length;
}

export async function linkTrail(context: SystemContext): Promise<void> {
  try {
    while (context.elapsed() < RUN_MS && (await linkBatch(context)) > 0);
  } catch (error) {
    // Another run appended the same link first; what it left is the next run's.
    if (!(error instanceof DuplicateKey)) throw error;
  }
}
