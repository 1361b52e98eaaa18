/** An operation is done once: its event's id follows from actor and opId, and the event keeps what was answered. */
import { canonicalJson } from '@domain/kernel/canonical-json';
import { Problem } from '@domain/kernel/problem';
import type { EventDocument } from '../repositories/documents';
import type { Keyring } from '../vault/keys';
import { digestId } from '../vault/random-id';
import type { Reader } from './store';

/** What an operation asked for, and in which seat. */
export interface Payload {
  readonly procedure: string;
  readonly actAs: string;
  readonly input: unknown;
}

/** A keyed digest, whatever the order of the input's keys: without the key no number of the form can be tried against it. */
export function payloadHash(keyring: Keyring, { procedure, actAs, input }: Payload): string {
  return keyring.payloadDigest(canonicalJson([procedure, actAs, input]));
}

export function eventId(userId: string, opId: string): string {
  return digestId('event', userId, opId);
}

/**
 * The event of an operation that was done before. undefined: it was not. Throws IDEMPOTENCY_MISMATCH when the same opId
 * was used for something else.
 */
export async function findDone(store: Reader, id: string, hash: string): Promise<EventDocument | undefined> {
  const event = await store.find<EventDocument>('events', id);
  if (event !== undefined && event.payloadHash !== hash) throw new Problem('IDEMPOTENCY_MISMATCH');
  return event;
}
