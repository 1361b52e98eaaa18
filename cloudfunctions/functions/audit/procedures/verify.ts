import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { auditContract } from '@domain/contract/audit';
import { coveredPart, emptyHead, verifyChain, type ChainHead } from '../../../audit/chain';
import type { ReadContext } from '../../../kernel/context';
import type {
  AuditDocument,
  AuditLinkDocument,
  AuditPart,
  EventDocument,
} from '../../../repositories/documents';
import { findHead, linksAfter, recordsById } from '../../../repositories/trail';

type Input = ProcedureParsed<(typeof auditContract)['verify']>;
type Output = ProcedureOutput<(typeof auditContract)['verify']>;

const LINKS_A_CALL = 20;
const IDS_A_READ = 500;

async function auditsOf(
  context: ReadContext,
  links: readonly AuditLinkDocument[],
): Promise<Map<string, AuditPart>> {
  const names = links.flatMap((link) => link.records);
  const audits = new Map<string, AuditPart>();
  for (const [mark, collection] of [
    ['e', 'events'],
    ['a', 'audit'],
  ] as const) {
    const ids = names.filter((name) => name.startsWith(`${mark}:`)).map((name) => name.slice(2));
    for (let start = 0; start < ids.length; start += IDS_A_READ) {
      const part = ids.slice(start, start + IDS_A_READ);
      const rows = await recordsById<EventDocument | AuditDocument>(context.store, collection, part);
      for (const row of rows) audits.set(`${mark}:${row._id}`, coveredPart(row));
    }
  }
  return audits;
}

async function headAt(context: ReadContext, shard: number, seq: number): Promise<ChainHead> {
  const [link] = seq === 0 ? [] : await linksAfter(context.store, { shard, seq: seq - 1 }, 1);
  if (seq === 0 || link?.seq === seq) return link ?? emptyHead(shard);
  // The link is gone: the one that followed it finds nothing to follow.
  return { shard, seq, hash: '' };
}

interface Stretch {
  readonly links: readonly AuditLinkDocument[];
  /** The head, where the stretch reaches it. */
  readonly end: ChainHead | undefined;
}

/** The next links up to the head. One beyond it is just being appended; a chain has a head before it has a link. */
async function stretchAfter(
  { store }: ReadContext,
  shard: number,
  { after, head, isStarted }: { after: number; head: ChainHead; isStarted: boolean },
): Promise<Stretch> {
  const read = await linksAfter(store, { shard, seq: after }, LINKS_A_CALL);
  const links = isStarted ? read.filter(({ seq }) => seq <= head.seq) : read;
  const isLast = read.length < LINKS_A_CALL || links.length < read.length;
  return { links, end: isLast ? head : undefined };
}

/** A stretch of one chain up to its head, recomputed from its records. The verdict says where it breaks, and nothing of what it covers. */
export async function verify(context: ReadContext, { shard, after = 0 }: Input): Promise<Output> {
  const { streetId } = await context.campaign();
  context.permit({ streetId });
  const stored = await findHead(context.store, shard);
  const head = stored ?? emptyHead(shard);
  if (after > head.seq) return { isIntact: true, links: 0, records: 0 };
  const from = await headAt(context, shard, after);
  const { links, end } = await stretchAfter(context, shard, { after, head, isStarted: stored !== undefined });
  const audits = await auditsOf(context, links);
  const stretch = { from, links, ...(end === undefined ? {} : { end }) };
  const verdict = verifyChain(stretch, (name) => audits.get(name));
  const seen = { isIntact: verdict.isIntact, links: links.length, records: verdict.records };
  if (!verdict.isIntact) return { ...seen, firstBadSeq: verdict.firstBadSeq };
  return end === undefined ? { ...seen, next: verdict.head.seq } : seen;
}
