/** One call with one entry, or with a batch of records that are each answered on their own. */
import type { Reply } from '@domain/kernel/contract';
import { PROBLEM_SENTENCES, type ProblemCode, type ProblemReport } from '@domain/kernel/problem';
import { NOBODY } from './client';
import { now } from './clock';
import { callCloud } from './cloud';
import type { OutboxEntry } from './outbox-entry';
import { isRecord } from './storage';

/**
 * What the cloud says to one entry. `isRepeated`: it knew the operation already · `wasWhole`: the call was refused, and no entry
 * named.
 */
export type Outcome =
  | { readonly ok: true; readonly answer: unknown; readonly isRepeated: boolean }
  | { readonly ok: false; readonly problem: ProblemReport; readonly wasWhole: boolean };

/** One outcome an entry, in their order. */
export async function callWith(load: readonly OutboxEntry[]): Promise<Outcome[]> {
  const [first] = load;
  if (first === undefined) return [];
  return first.isBatched ? callBatch(load, first) : [outcomeOf(await callAlone(first))];
}

function outcomeOf(reply: Reply<unknown>): Outcome {
  return reply.ok
    ? { ok: true, answer: reply.data, isRepeated: reply.duplicate === true }
    : { ok: false, problem: reply.problem, wasWhole: false };
}

async function callAlone({
  name,
  procedure,
  input,
  opId,
  actAs,
  attempts,
}: OutboxEntry): Promise<Reply<unknown>> {
  return callCloud({
    name,
    isRead: false,
    envelope: {
      procedure,
      input,
      opId,
      ...seat(actAs),
      ...(attempts > 1 ? { again: true } : {}),
    },
  });
}

/** A batch keeps no id of its own: which records go together may change, what each of them does may not. */
async function callBatch(load: readonly OutboxEntry[], first: OutboxEntry): Promise<Outcome[]> {
  const reply = await callCloud({
    name: first.name,
    isRead: false,
    envelope: {
      procedure: first.procedure,
      input: { sentAt: now(), records: load.map(recordOf) },
      ...seat(first.actAs),
    },
  });
  if (!reply.ok) return load.map(() => ({ ok: false, problem: reply.problem, wasWhole: true }));
  const answers = isRecord(reply.data) && Array.isArray(reply.data['answers']) ? reply.data['answers'] : [];
  const byOpId = new Map(answers.filter(isRecord).map((answer) => [answer['opId'], answer]));
  return load.map(({ opId }) => outcomeIn(byOpId.get(opId)));
}

function recordOf({ opId, madeAt, input, attempts }: OutboxEntry): object {
  return { ...(isRecord(input) ? input : {}), opId, madeAt, ...(attempts > 1 ? { again: true } : {}) };
}

/** A record that the answer leaves out, or that was held back, was not dealt with: it goes again. */
function outcomeIn(answer: Record<string, unknown> | undefined): Outcome {
  const outcome = answer?.['outcome'];
  if (outcome === undefined || outcome === 'held') {
    return { ok: false, problem: problemOf('CONFLICT_RETRY'), wasWhole: false };
  }
  if (outcome !== 'rejected') return { ok: true, answer, isRepeated: outcome === 'duplicate' };
  const problem = answer?.['problem'];
  const told = isRecord(problem) ? problem : {};
  const code = (told['code'] ?? 'INTERNAL') as ProblemCode;
  const details = (told['details'] ?? {}) as ProblemReport['details'];
  return { ok: false, problem: { ...problemOf(code), details }, wasWhole: false };
}

export function problemOf(code: ProblemCode): ProblemReport {
  return { code, message: PROBLEM_SENTENCES[code], details: {}, requestId: '' };
}

function seat(actAs: string | undefined): { actAs?: string } {
  return actAs === undefined || actAs === NOBODY ? {} : { actAs };
}
