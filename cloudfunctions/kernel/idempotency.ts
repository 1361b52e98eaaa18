/** An operation is done once: its event's id follows from actor and opId, and the event keeps what was answered. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '@domain/kernel/canonical-json';
import { Problem } from '@domain/kernel/problem';
import type { EventDocument } from '../repositories/documents';
import { digestId } from '../vault/random-id';
import type { Reader } from './store';

/** SHA-256 over procedure, seat and input, whatever the order of their keys; base64url. */
export function payloadHash(procedure: string, actAs: string, input: unknown): string {
  return createHash('sha256')
    .update(canonicalJson([procedure, actAs, input]))
    .digest('base64url');
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
