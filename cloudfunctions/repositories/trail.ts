/** Events and looks: what happened, append only. A trail is read by what it is about, by its age, or by its place in a chain. */
import type { Reader, Store } from '../kernel/store';
import type {
  AuditDocument,
  AuditHeadDocument,
  AuditLinkDocument,
  EventDocument,
  HouseholdDocument,
} from './documents';

/** Events or looks of one read. */
export const TRAIL_BATCH = 500;
const NEWEST = 40;
const ABOUT_ONE_HOUSEHOLD_MAX = 200;

function isBefore(row: Pick<EventDocument, '_id' | 'at'>, last: { at: number; id: string }): boolean {
  return row.at < last.at || (row.at === last.at && row._id > last.id);
}

/**
 * What happened around a household and the forms it came from before a moment, and to all of its compound or street at once, newest
 * first. Index subjects_at of both collections.
 */
export async function trailOf(
  reader: Reader,
  {
    _id,
    formIds,
    compoundId,
    streetId,
  }: Pick<HouseholdDocument, '_id' | 'formIds' | 'compoundId' | 'streetId'>,
  before: { readonly at: number; readonly id: string } | undefined,
): Promise<(EventDocument | AuditDocument)[]> {
  const query = {
    where: {
      subjects: { in: [_id, ...formIds, compoundId, streetId] },
      ...(before === undefined ? {} : { at: { lte: before.at } }),
    },
    order: [['at', 'desc']] as const,
    limit: NEWEST,
  };
  const events = await reader.search<EventDocument>('events', query);
  const looks = await reader.search<AuditDocument>('audit', query);
  const all = [...events, ...looks].filter((row) => before === undefined || isBefore(row, before));
  return all.sort((left, right) => right.at - left.at || (left._id < right._id ? -1 : 1));
}

/** What changed a household, newest first. Index subjects_at. */
export function eventsAbout(reader: Reader, householdId: string): Promise<EventDocument[]> {
  return reader.search<EventDocument>('events', {
    where: { subjects: householdId },
    order: [['at', 'desc']],
    limit: ABOUT_ONE_HOUSEHOLD_MAX,
  });
}

/** The oldest events that no link covers yet. Index link_at. */
export function unlinkedEvents(reader: Reader): Promise<EventDocument[]> {
  return reader.search<EventDocument>('events', {
    where: { linkState: 'new' },
    order: [['at', 'asc']],
    limit: TRAIL_BATCH,
  });
}

/** The oldest looks that no link covers yet. Index link_at. */
export function unlinkedLooks(reader: Reader): Promise<AuditDocument[]> {
  return reader.search<AuditDocument>('audit', {
    where: { linkState: 'new' },
    order: [['at', 'asc']],
    limit: TRAIL_BATCH,
  });
}

/** The oldest events that walls' counts above the unit do not show yet. Index roll_at. */
export function unrolledEvents(reader: Reader): Promise<EventDocument[]> {
  return reader.search<EventDocument>('events', {
    where: { rollState: 'new' },
    order: [['at', 'asc']],
    limit: TRAIL_BATCH,
  });
}

export function markLinked(
  store: Store,
  collection: 'events' | 'audit',
  ids: readonly string[],
): Promise<number> {
  return store.patchWhere(collection, { _id: { in: ids }, linkState: 'new' }, { linkState: 'done' });
}

/** Those of some events or looks that no link covers yet, at most a batch, by id alone. */
export function unlinkedAmong(
  reader: Reader,
  collection: 'events' | 'audit',
  ids: readonly string[],
): Promise<{ readonly _id: string }[]> {
  return reader.search(collection, {
    where: { _id: { in: ids }, linkState: 'new' },
    limit: TRAIL_BATCH,
    fields: ['_id'],
  });
}

export function markRolled(store: Store, ids: readonly string[]): Promise<number> {
  return store.patchWhere('events', { _id: { in: ids } }, { rollState: 'done' });
}

export function findHead(reader: Reader, shard: number): Promise<AuditHeadDocument | undefined> {
  return reader.find<AuditHeadDocument>('auditHeads', String(shard));
}

/** The link with the highest number of a chain. Index shard_seq. */
export async function lastLink(reader: Reader, shard: number): Promise<AuditLinkDocument | undefined> {
  const [link] = await reader.search<AuditLinkDocument>('auditLinks', {
    where: { shard },
    order: [['seq', 'desc']],
    limit: 1,
  });
  return link;
}

/** Moves the head of a chain onwards, never back. */
export async function moveHead(store: Store, { _id, ...facts }: AuditHeadDocument): Promise<void> {
  await store.patchWhere('auditHeads', { _id, seq: { lt: facts.seq } }, facts);
}

/** Links of a chain after the place `seq`, in their order. Index shard_seq. */
export function linksAfter(
  reader: Reader,
  { shard, seq }: Pick<AuditHeadDocument, 'shard' | 'seq'>,
  limit: number,
): Promise<AuditLinkDocument[]> {
  return reader.search<AuditLinkDocument>('auditLinks', {
    where: { shard, seq: { gt: seq } },
    order: [['seq', 'asc']],
    limit,
  });
}

/** Events or looks by id, whatever their order. */
export function recordsById<T extends EventDocument | AuditDocument>(
  reader: Reader,
  collection: 'events' | 'audit',
  ids: readonly string[],
): Promise<T[]> {
  return reader.search<T>(collection, { where: { _id: { in: ids } }, limit: TRAIL_BATCH });
}
