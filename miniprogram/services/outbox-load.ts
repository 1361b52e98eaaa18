/**
 * What leaves next. A form goes alone; records made at doors go together, at most twenty and well under the 64 kB of a
 * call, one a household, so that a refusal in the middle never lets a later record of the same household overtake.
 */
import { utf8Bytes } from '@domain/kernel/bytes';
import { isWaiting, waitLeft, type OutboxEntry } from './outbox-entry';

const BATCH_MAX = 20;
/** The rest of the 64 kB is the envelope's. */
const BATCH_BYTES_MAX = 60_000;

export interface Round {
  /** Groups that wait for their first entry: it was sent in this round and not saved. */
  readonly stopped: ReadonlySet<string>;
  /** Operation ids that go for themselves: their batch was refused and did not say because of which. */
  readonly apart: ReadonlySet<string>;
  readonly now: number;
  /** What is pausing after a failed try goes as well; what was never tried waits for its moment in any case. */
  readonly evenPausing: boolean;
}

/** Entries of the next call, in their order; empty when nothing may leave. */
export function nextLoad(entries: readonly OutboxEntry[], round: Round): OutboxEntry[] {
  const heads = headsOf(entries).filter((entry) => mayLeave(entry, round));
  const [first] = heads;
  if (first === undefined) return [];
  if (!first.isBatched || round.apart.has(first.opId)) return [first];
  return callOf(
    heads.filter((entry) => !round.apart.has(entry.opId)),
    first,
  );
}

/** The first waiting entry of each group, in the order in which they were made. */
function headsOf(entries: readonly OutboxEntry[]): OutboxEntry[] {
  const heads = new Map<string, OutboxEntry>();
  const waiting = entries.filter(isWaiting).sort((one, other) => one.clientSeq - other.clientSeq);
  for (const entry of waiting) if (!heads.has(entry.group)) heads.set(entry.group, entry);
  return [...heads.values()];
}

/** Of the same seat, to the same place. */
function isCompany(entry: OutboxEntry, first: OutboxEntry): boolean {
  return entry.isBatched && entry.actAs === first.actAs && entry.procedure === first.procedure;
}

function mayLeave(entry: OutboxEntry, round: Round): boolean {
  if (round.stopped.has(entry.group)) return false;
  return waitLeft(entry, round.now) === 0 || (round.evenPausing && entry.attempts > 0);
}

/** As many of the entries as travel with the first one in one call. */
export function callOf(entries: readonly OutboxEntry[], first: OutboxEntry): OutboxEntry[] {
  if (!first.isBatched) return [first];
  const load: OutboxEntry[] = [];
  let bytes = 0;
  for (const entry of entries.filter((one) => isCompany(one, first)).slice(0, BATCH_MAX)) {
    bytes += utf8Bytes(JSON.stringify(entry.input)).length;
    // A single record that is too large still leaves: the cloud says why it does not take it.
    if (load.length > 0 && bytes > BATCH_BYTES_MAX) break;
    load.push(entry);
  }
  return load;
}
