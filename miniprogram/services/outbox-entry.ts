/** One change on its way to the cloud, and the rules of its life. Pure: the storage and the sending are outbox.ts. */
import type { ProblemCode, ProblemReport } from '@domain/kernel/problem';

/**
 * queued: to be sent · sending: sent, no answer yet (a phone that dies here sends again with `again`) · saved: the cloud
 * answered · confirmed: a later call has read it back, what was sent is wiped · parked: refused five times, waits for
 * the person and is never dropped.
 */
export type OutboxState = 'queued' | 'sending' | 'saved' | 'confirmed' | 'parked';

export interface OutboxEntry {
  opId: string;
  /** Cloud function and procedure. */
  name: string;
  procedure: string;
  /** What is sent; undefined once confirmed. */
  input: unknown;
  actAs: string | undefined;
  /** Entries of one group leave in their order; other groups do not wait for them. */
  group: string;
  /** What the person sees in a list of waiting things. */
  label: string;
  /** What the entry was made from, so that a refused one can be taken back and mended; wiped with the input. */
  origin: unknown;
  state: OutboxState;
  madeAt: number;
  attempts: number;
  rejections: number;
  /** Not sent again before this moment (UTC ms). */
  notBefore: number;
  problem: ProblemReport | undefined;
  answer: unknown;
}

const REJECTIONS_MAX = 5;
const BACK_OFF_FIRST_MS = 1000;
const BACK_OFF_MAX_MS = 300_000;

/** Not the fault of what was sent: time mends these. */
const PASSING: readonly ProblemCode[] = [
  'OFFLINE',
  'DEPENDENCY_UNAVAILABLE',
  'INTERNAL',
  'CONFLICT_RETRY',
  'RATE_LIMITED',
  'READ_ONLY_MODE',
];

export function isPassing(code: ProblemCode): boolean {
  return PASSING.includes(code);
}

export function isWaiting({ state }: OutboxEntry): boolean {
  return state === 'queued' || state === 'sending';
}

export function sentEntry(entry: OutboxEntry): OutboxEntry {
  return { ...entry, state: 'sending', attempts: entry.attempts + 1 };
}

export function answeredEntry(entry: OutboxEntry, answer: unknown): OutboxEntry {
  return { ...entry, state: 'saved', answer, problem: undefined };
}

export function confirmedEntry(entry: OutboxEntry): OutboxEntry {
  return { ...entry, state: 'confirmed', input: undefined, origin: undefined };
}

/** `chance` is a number from 0 up to 1; it spreads the return of many phones after a lost network. */
export function refusedEntry(
  entry: OutboxEntry,
  problem: ProblemReport,
  { now, chance }: { now: number; chance: number },
): OutboxEntry {
  const rejections = entry.rejections + (isPassing(problem.code) ? 0 : 1);
  const state = rejections >= REJECTIONS_MAX ? 'parked' : 'queued';
  return { ...entry, state, rejections, problem, notBefore: now + waitOf(entry.attempts, problem, chance) };
}

function waitOf(attempts: number, { details }: ProblemReport, chance: number): number {
  const asked = details['retryAfterSeconds'];
  if (typeof asked === 'number') return asked * 1000;
  const doubled = BACK_OFF_FIRST_MS * 2 ** Math.max(0, attempts - 1);
  return Math.min(doubled, BACK_OFF_MAX_MS) * (0.75 + chance / 4);
}
