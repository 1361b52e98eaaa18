/** One change on its way to the cloud, and the rules of its life. Pure: storage is outbox-store.ts, sending is outbox.ts. */
import type { ProblemCode, ProblemReport } from '@domain/kernel/problem';

/**
 * draft is drafts.ts · queued: to be sent · sending: sent, no answer yet (a phone that dies here sends again with `again`) ·
 * saved: the cloud answered · confirmed: a later call has read it back, what was sent is wiped · parked: refused five
 * times or for its words, waits for the person and is never dropped · broken: the phone can no longer read it as an entry.
 */
export type OutboxState = 'queued' | 'sending' | 'saved' | 'confirmed' | 'parked' | 'broken';

export interface OutboxEntry {
  opId: string;
  /** Place in the order in which this phone made its entries; the clock may be wrong, this is not. */
  clientSeq: number;
  /** Cloud function and procedure. */
  name: string;
  procedure: string;
  /** Leaves together with others in one call; `input` is then one operation of it. */
  isBatched: boolean;
  /** What is sent; undefined once confirmed. Of a broken entry: what still stands under its key. */
  input: unknown;
  actAs: string | undefined;
  /** Entries of one group leave in their order; other groups do not wait for them. */
  group: string;
  /** Where, as the person sees it in a list of waiting things. */
  label: string;
  /** What it is, in a word or two; empty for a form. */
  what: string;
  /** What the entry was made from, so that a refused one can be taken back and mended; wiped with the input. */
  origin: unknown;
  state: OutboxState;
  /** By the phone's own clock, right or wrong. */
  madeAt: number;
  attempts: number;
  rejections: number;
  /** Not sent again before this moment (UTC ms of the phone's clock). */
  notBefore: number;
  problem: ProblemReport | undefined;
  answer: unknown;
}

const REJECTIONS_MAX = 5;
const BACK_OFF_FIRST_MS = 1000;
/** No wait is longer; what seems to wait longer was noted by a clock that has been put back since. */
const WAIT_MAX_MS = 300_000;

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

interface Said {
  place?: { invitationId?: string };
  invitationId?: string;
  state?: string;
  isMerged?: boolean;
}

interface Standing {
  invitationId: string;
  stands: string;
  isMerged: boolean;
}

/** Of a form: the invitation it was filled for another household through, and how the street last said that it stands. */
export function standingOf({ input, answer }: OutboxEntry): Standing {
  const { place, invitationId, state = '', isMerged = false } = { ...(input as Said), ...(answer as Said) };
  return { invitationId: invitationId ?? place?.invitationId ?? '', stands: state, isMerged };
}

/** A form for the own home. */
export function isOwnForm(entry: OutboxEntry): boolean {
  return entry.procedure === 'submitForm' && standingOf(entry).invitationId === '';
}

/** The form for the own home that the street has, as long as it is neither confirmed nor over. */
export function formInHand(entries: readonly OutboxEntry[]): OutboxEntry | undefined {
  const last = entries.filter(isOwnForm).pop();
  const isHere = last !== undefined && !isUnsent(last) && ['', 'waiting'].includes(standingOf(last).stands);
  return isHere ? last : undefined;
}

export function isWaiting({ state }: OutboxEntry): boolean {
  return state === 'queued' || state === 'sending';
}

/** Still only on this phone, whether or not it can leave by itself. */
export function isUnsent(entry: OutboxEntry): boolean {
  return isWaiting(entry) || entry.state === 'parked' || entry.state === 'broken';
}

/** Never sent, so that it can still be another one, or none. */
export function isUntried({ state, attempts }: OutboxEntry): boolean {
  return state === 'queued' && attempts === 0;
}

/** There was no network to try: the person reads why it waits, and it may still be changed. */
export function untriedEntry(entry: OutboxEntry, problem: ProblemReport): OutboxEntry {
  return { ...entry, problem };
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

export function requeuedEntry(entry: OutboxEntry): OutboxEntry {
  return { ...entry, state: 'queued', rejections: 0, notBefore: 0, problem: undefined };
}

/** `raw` is what stands under the entry's key, as far as the phone can still say. */
export function brokenEntry(opId: string, clientSeq: number, raw: unknown): OutboxEntry {
  return {
    ...{ opId, clientSeq, name: '', procedure: '', isBatched: false, input: raw, actAs: undefined },
    ...{ group: `broken:${opId}`, label: '', what: '', origin: undefined, state: 'broken', madeAt: 0 },
    ...{ attempts: 0, rejections: 0, notBefore: 0, problem: undefined, answer: undefined },
  };
}

/** `chance` is a number from 0 up to 1; it spreads the return of many phones after a lost network. */
export function refusedEntry(
  entry: OutboxEntry,
  problem: ProblemReport,
  { now, chance }: { now: number; chance: number },
): OutboxEntry {
  const rejections = entry.rejections + (isPassing(problem.code) ? 0 : 1);
  // The same words are refused every time.
  const isOver = rejections >= REJECTIONS_MAX || problem.code === 'CONTENT_REJECTED';
  const state = isOver ? 'parked' : 'queued';
  return { ...entry, state, rejections, problem, notBefore: now + waitOf(entry.attempts, problem, chance) };
}

function waitOf(attempts: number, { details }: ProblemReport, chance: number): number {
  const asked = details['retryAfterSeconds'];
  if (typeof asked === 'number') return Math.min(asked * 1000, WAIT_MAX_MS);
  const doubled = BACK_OFF_FIRST_MS * 2 ** Math.max(0, attempts - 1);
  return Math.min(doubled, WAIT_MAX_MS) * (0.75 + chance / 4);
}

/** How long an entry still waits by itself, by the phone's clock. */
export function waitLeft({ notBefore }: OutboxEntry, now: number): number {
  const left = notBefore - now;
  return left > WAIT_MAX_MS ? 0 : Math.max(0, left);
}
