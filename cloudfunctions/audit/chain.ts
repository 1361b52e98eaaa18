/**
 * The chains of the audit trail. Every record belongs to the chain of its actor; a link covers a batch of records and holds
 * the hash of the link before it, so that an edit, a deletion, an insertion or a swap anywhere breaks every later link. A
 * chain that was cut off at its end is found by the head, which is kept apart from the links.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '@domain/kernel/canonical-json';
import type { AuditHeadDocument, AuditLinkDocument, AuditPart, KeptAudit } from '../repositories/documents';

export const SHARDS = 16;
export const RECORDS_OF_LINK_MAX = 500;
const FIRST_HASH = '0'.repeat(64);

/** A record and its name in a link: `e:<event id>` or `a:<audit id>`. */
export interface ChainRecord {
  readonly name: string;
  readonly audit: AuditPart;
}

export type ChainHead = Pick<AuditHeadDocument, 'shard' | 'seq' | 'hash'>;

export type ChainVerdict =
  | { readonly isIntact: true; readonly records: number; readonly head: ChainHead }
  | { readonly isIntact: false; readonly records: number; readonly firstBadSeq: number };

/** What a link covers of a stored record. */
export function coveredPart({ at, audit }: { readonly at: number; readonly audit: KeptAudit }): AuditPart {
  return { at, ...audit };
}

/** The chain, 0 to 15, into which an actor's records go. */
export function shardOf(actor: string): number {
  return (createHash('sha256').update(actor).digest()[0] ?? 0) % SHARDS;
}

/** The head of a chain without links. */
export function emptyHead(shard: number): AuditHeadDocument {
  return { _id: String(shard), shard, seq: 0, hash: FIRST_HASH };
}

/** The link that covers these records after this head; its `_id` is fixed, so that two linkers cannot both append it. */
export function appendLink(head: ChainHead, records: readonly ChainRecord[], at: number): AuditLinkDocument {
  if (records.length === 0 || records.length > RECORDS_OF_LINK_MAX) {
    throw new Error(`a link covers 1 to ${RECORDS_OF_LINK_MAX} records`);
  }
  const seq = head.seq + 1;
  const named = { shard: head.shard, seq, at, records: records.map(({ name }) => name), prevHash: head.hash };
  return { _id: `${head.shard}-${seq}`, ...named, hash: hashOf(named, records) };
}

/** The head once a link has become the last of its chain. */
export function headAfter({ shard, seq, hash }: ChainHead): AuditHeadDocument {
  return { _id: String(shard), shard, seq, hash };
}

/**
 * Recomputes the links that follow `from`, in the order of `seq`; `auditOf` answers undefined for a record that is gone. With
 * `end`, the stored head, the last link must be that head: a chain cut off at its end is not intact.
 */
export function verifyChain(
  { from, links, end }: { from: ChainHead; links: readonly AuditLinkDocument[]; end?: ChainHead },
  auditOf: (name: string) => AuditPart | undefined,
): ChainVerdict {
  let head = from;
  let records = 0;
  for (const link of links) {
    if (!follows(head, link) || link.hash !== hashOf(link, recordsOf(link, auditOf))) {
      return { isIntact: false, records, firstBadSeq: head.seq + 1 };
    }
    head = link;
    records += link.records.length;
  }
  const isWhole = end === undefined || (end.seq === head.seq && end.hash === head.hash);
  if (!isWhole) return { isIntact: false, records, firstBadSeq: head.seq + 1 };
  return { isIntact: true, records, head: headAfter(head) };
}

function follows(head: ChainHead, link: AuditLinkDocument): boolean {
  return link.shard === head.shard && link.seq === head.seq + 1 && link.prevHash === head.hash;
}

function recordsOf(
  link: AuditLinkDocument,
  auditOf: (name: string) => AuditPart | undefined,
): readonly { name: string; audit: AuditPart | undefined }[] {
  return link.records.map((name) => ({ name, audit: auditOf(name) }));
}

function hashOf(
  { shard, seq, at, prevHash }: Pick<AuditLinkDocument, 'shard' | 'seq' | 'at' | 'prevHash'>,
  records: readonly { readonly name: string; readonly audit: AuditPart | undefined }[],
): string {
  return createHash('sha256')
    .update(prevHash)
    .update(canonicalJson({ shard, seq, at, records }))
    .digest('hex');
}
