import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { RecordAnswer } from '@domain/contract/offline-record';
import type { visitContract } from '@domain/contract/visit';
import type { BatchContext, BatchedReply, ChangeContext } from '../../../kernel/context';
import type { KnockTime } from '../../../records/visits';
import { keepRecord, type KeptRecord } from '../offline-record';

type Input = ProcedureParsed<(typeof visitContract)['syncBatch']>;
type Output = ProcedureOutput<(typeof visitContract)['syncBatch']>;
type OfflineRecord = Input['records'][number];

/** After so long no further record is begun; the phone sends the rest again. */
const BEGIN_UNTIL_MS = 10_000;
const SKEW_MAX_MS = 5 * 60_000;
const OLDEST_MS = 14 * 86_400_000;

/** Records of one door keep their order; notes are about no door. */
function lineOf({ kind, opId, record }: OfflineRecord): string {
  return kind === 'note' ? opId : record.doorId;
}

/**
 * When a record was made: the phone's time, put right by the error of its clock, and never ahead of the server. A clock that was put
 * right itself since shows no error; no record is older than the route pack that it was made from.
 */
function timeOf(
  { now, keyring, caller }: ChangeContext,
  { madeAt, pack }: OfflineRecord,
  skewMs: number,
): KnockTime {
  const earliest = keyring.readPack(pack, caller.userId)?.packedAt ?? now - OLDEST_MS;
  const at = Math.min(now, Math.max(earliest, madeAt - skewMs));
  return { at, isSkewed: Math.abs(madeAt - at) > SKEW_MAX_MS };
}

function outcomeOf({ household, isCompared }: KeptRecord): 'applied' | 'conflict' {
  return isCompared === true || (household?.conflicts ?? 0) > 0 ? 'conflict' : 'applied';
}

function answerOf(opId: string, reply: BatchedReply<KeptRecord>): RecordAnswer {
  if (!reply.ok) {
    const { code, message, details } = reply.problem;
    return { opId, outcome: 'rejected', problem: { code, message, details: { ...details } } };
  }
  const { knock, household, handedOver, changedSince } = reply.data;
  return {
    opId,
    outcome: reply.duplicate ? 'duplicate' : outcomeOf(reply.data),
    ...(handedOver === true ? { handedOver } : {}),
    ...(changedSince === true ? { changedSince } : {}),
    ...(knock === undefined ? {} : { knock }),
    ...(household === undefined ? {} : { household }),
  };
}

/** A knock keeps its own with the visit. */
function paradataOf({ kind, record }: OfflineRecord): { seconds: number; edits: number } | undefined {
  return kind === 'filing' || kind === 'correction' ? record.paradata : undefined;
}

function applyRecord(
  context: BatchContext,
  sent: OfflineRecord,
  skewMs: number,
): Promise<BatchedReply<KeptRecord>> {
  const { kind, opId, again = false, madeAt, record } = sent;
  return context.apply<unknown, KeptRecord>({
    name: kind,
    opId,
    isAgain: again,
    input: record,
    device: { at: madeAt, skewMs },
    paradata: paradataOf(sent),
    work: (change) => keepRecord(change, sent, timeOf(change, sent, skewMs)),
  });
}

export async function syncBatch(context: BatchContext, { sentAt, records }: Input): Promise<Output> {
  const startedAt = performance.now();
  const skewMs = sentAt - context.now;
  const stopped = new Set<string>();
  const answers: RecordAnswer[] = [];
  for (const sent of records) {
    const isHeld = stopped.has(lineOf(sent)) || performance.now() - startedAt > BEGIN_UNTIL_MS;
    const answer: RecordAnswer = isHeld
      ? { opId: sent.opId, outcome: 'held' }
      : answerOf(sent.opId, await applyRecord(context, sent, skewMs));
    if (answer.outcome === 'rejected') stopped.add(lineOf(sent));
    answers.push(answer);
  }
  return { answers, skewMs };
}
