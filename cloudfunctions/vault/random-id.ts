import { createHash } from 'node:crypto';
import { crockfordOf } from '@domain/kernel/crockford';

const RANDOM_BYTES = 16;
/** 26 characters of five bits hold 128 bits. */
const LENGTH = 26;

/** A key for a new document: 128 random bits as 26 small letters and digits without i, l, o and u. */
export function newId(randomBytes16: Uint8Array): string {
  if (randomBytes16.length !== RANDOM_BYTES) throw new Error(`an id is made of ${RANDOM_BYTES} random bytes`);
  return base32(randomBytes16);
}

/** A key that follows from its parts, so that doing a thing twice meets the first time: 26 characters like `newId`. */
export function digestId(...parts: readonly string[]): string {
  return base32(createHash('sha256').update(JSON.stringify(parts)).digest());
}

/** The first 128 bits (and two more where there are any) as identifiers are written. */
export function base32(bytes: Uint8Array): string {
  return crockfordOf(bytes, LENGTH).toLowerCase();
}
