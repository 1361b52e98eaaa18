/**
 * Last answers of staff pages, sealed on the phone, so that a page without network shows what it showed before. Counts and
 * states of doors only: whatever names a person is never kept. The newest twelve of a kind, each for the seat that saw it.
 */
import type { ProblemReport } from '@domain/kernel/problem';
import { actingSeat } from './acting';
import { now } from './clock';
import { isRecord, readStored, writeStored } from './storage';

const KEPT_MAX = 12;
const UNANSWERED = ['OFFLINE', 'DEPENDENCY_UNAVAILABLE', 'INTERNAL'];
/** Changes with the shape of what is kept: an older one is then not read. */
const SHAPE = 1;

interface KeptAnswer {
  seatId: string;
  id: string;
  at: number;
  data: unknown;
}

export interface Kept<Data> {
  data: Data | undefined;
  /** UTC ms at which the data was true. */
  at: number;
  /** Why the data is old or absent. */
  problem: ProblemReport | undefined;
}

interface AnyReply<Data> {
  readonly ok: boolean;
  readonly data?: Data;
  readonly problem?: ProblemReport;
}

/** The answer, kept; without one the last answer to the same question, with the problem beside it. */
export async function askKeeping<Data>(
  { kind, id }: { kind: string; id: string },
  asking: Promise<AnyReply<Data>>,
): Promise<Kept<Data>> {
  const reply = await asking;
  if (reply.ok && reply.data !== undefined) {
    // On a phone that is full the answer is shown and not kept.
    await keepAnswer({ kind, id }, reply.data).catch(() => undefined);
    return { data: reply.data, at: now(), problem: undefined };
  }
  const { problem } = reply;
  // What is refused is not shown from memory: the right to see it may be gone.
  const mayRemember = UNANSWERED.some((code) => code === problem?.code);
  const kept = mayRemember ? await keptAnswer(kind, id) : undefined;
  return { data: kept?.data as Data | undefined, at: kept?.at ?? 0, problem };
}

async function keptAnswer(kind: string, id: string): Promise<KeptAnswer | undefined> {
  return (await readKept(kind)).find((one) => one.id === id && one.seatId === seatKey());
}

async function keepAnswer({ kind, id }: { kind: string; id: string }, data: unknown): Promise<void> {
  const seatId = seatKey();
  const others = (await readKept(kind)).filter((one) => one.id !== id || one.seatId !== seatId);
  const answers = [{ seatId, id, at: now(), data }, ...others].slice(0, KEPT_MAX);
  await writeStored(storageKey(kind), { shape: SHAPE, answers }, 'sealed');
}

async function readKept(kind: string): Promise<KeptAnswer[]> {
  const stored = await readStored(storageKey(kind), 'sealed');
  if (!isRecord(stored) || stored['shape'] !== SHAPE || !Array.isArray(stored['answers'])) return [];
  return stored['answers'].filter(isKept);
}

function isKept(one: unknown): one is KeptAnswer {
  return isRecord(one) && typeof one['seatId'] === 'string' && typeof one['id'] === 'string';
}

function storageKey(kind: string): string {
  return `kept:${kind}`;
}

function seatKey(): string {
  return actingSeat() ?? '';
}
