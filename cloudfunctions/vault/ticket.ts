/**
 * Tickets: `<doorId>.<expiry>.<mac>`, the expiry in milliseconds (base 36). A ticket is worth what a door's printed code is
 * worth: it says which door a blank form is for, and proves nothing about who holds it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

const MAC_LENGTH = 22;
const TICKET = /^([0-9a-z-]{1,48})\.([0-9a-z]{1,9})\.([A-Za-z0-9_-]{22})$/;

export type TicketReading = { readonly doorId: string } | 'expired' | undefined;

/** Valid until `expiresAt` (UTC ms), that moment excluded. */
export function signTicket(key: Uint8Array, doorId: string, expiresAt: number): string {
  const body = `${doorId}.${expiresAt.toString(36)}`;
  return `${body}.${macOf(key, body)}`;
}

/** The door of a ticket; 'expired' for one of ours whose hour has passed; undefined for everything else. */
export function readTicket(key: Uint8Array, ticket: string, now: number): TicketReading {
  const [, doorId, expiry, mac] = TICKET.exec(ticket) ?? [];
  if (doorId === undefined || expiry === undefined || mac === undefined) return undefined;
  if (!timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(key, `${doorId}.${expiry}`)))) return undefined;
  return now < parseInt(expiry, 36) ? { doorId } : 'expired';
}

function macOf(key: Uint8Array, body: string): string {
  return createHmac('sha256', key).update(`ticket|${body}`).digest('base64url').slice(0, MAC_LENGTH);
}

/**
 * Route packs: `<unitId>.<made at>.<mac>`, the time in milliseconds (base 36). The ticket of a pack says that this person had
 * this unit then; the person is not named in it and is needed to check it.
 */
const PACK = /^([0-9a-z]{1,40})\.([0-9a-z]{1,9})\.([A-Za-z0-9_-]{22})$/;

export interface PackFacts {
  readonly userId: string;
  readonly unitId: string;
  readonly packedAt: number;
}

export function signPack(key: Uint8Array, { userId, unitId, packedAt }: PackFacts): string {
  const body = `${unitId}.${packedAt.toString(36)}`;
  return `${body}.${macOf(key, `${userId}.${body}`)}`;
}

/** The pack behind the text; undefined unless it was made for this person. */
export function readPack(key: Uint8Array, text: string, userId: string): PackFacts | undefined {
  const [, unitId, time, mac] = PACK.exec(text) ?? [];
  if (unitId === undefined || time === undefined || mac === undefined) return undefined;
  const expected = macOf(key, `${userId}.${unitId}.${time}`);
  if (!timingSafeEqual(Buffer.from(mac), Buffer.from(expected))) return undefined;
  return { userId, unitId, packedAt: parseInt(time, 36) };
}

/**
 * Proofs of a number: `<expiry>.<mac>`. WeChat has just said that the person holds the number. Neither stands in the proof: it is
 * checked against a person and a number that are known already, and tells nobody which they are.
 */
const PROOF = /^([0-9a-z]{1,9})\.([A-Za-z0-9_-]{22})$/;

export interface HeldNumber {
  readonly userId: string;
  /** The number's keyed index. */
  readonly index: string;
}

export type ProofReading = 'held' | 'expired' | undefined;

/** Valid until `expiresAt` (UTC ms), that moment excluded. */
export function signNumber(key: Uint8Array, { userId, index }: HeldNumber, expiresAt: number): string {
  const expiry = expiresAt.toString(36);
  return `${expiry}.${macOf(key, `number.${userId}.${index}.${expiry}`)}`;
}

/** Whether the proof is of this person and this number; undefined where it is not. */
export function readNumber(
  key: Uint8Array,
  proof: string,
  { userId, index, now }: HeldNumber & { readonly now: number },
): ProofReading {
  const [, expiry, mac] = PROOF.exec(proof) ?? [];
  if (expiry === undefined || mac === undefined) return undefined;
  const expected = macOf(key, `number.${userId}.${index}.${expiry}`);
  if (!timingSafeEqual(Buffer.from(mac), Buffer.from(expected))) return undefined;
  return now < parseInt(expiry, 36) ? 'held' : 'expired';
}
