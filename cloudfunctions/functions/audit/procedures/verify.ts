import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { auditContract } from '@domain/contract/audit';
import { emptyHead, verifyChain, type ChainHead } from '../../../audit/chain';
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
      for (const { _id, audit } of rows) audits.set(`${mark}:${_id}`, audit);
    }
  }
  return audits;
}

async function headAt(context: ReadContext, shard: number, seq: number): Promise<ChainHead> {
  const [link] = seq === 0 ? [] : await linksAfter(context.store, { shard, seq: seq - 1 }, 1);
  return link ?? emptyHead(shard);
}

/** A stretch of one chain, recomputed from its records. The verdict says where it breaks, and nothing of what it covers. */
export async function verify(context: ReadContext, { shard, after = 0 }: Input): Promise<Output> {
  const { streetId } = await context.campaign();
  context.permit({ streetId });
  const from = await headAt(context, shard, after);
  const links = await linksAfter(context.store, { shard, seq: after }, LINKS_A_CALL);
  const isLast = links.length < LINKS_A_CALL;
  const end = isLast ? ((await findHead(context.store, shard)) ?? emptyHead(shard)) : undefined;
  const audits = await auditsOf(context, links);
  const verdict = verifyChain({ from, links, ...(end === undefined ? {} : { end }) }, (name) =>
    audits.get(name),
  );
  return {
    isIntact: verdict.isIntact,
    links: links.length,
    records: verdict.records,
    ...(verdict.isIntact ? {} : { firstBadSeq: verdict.firstBadSeq }),
    ...(isLast || !verdict.isIntact ? {} : { next: links[links.length - 1]?.seq ?? after }),
  };
}
