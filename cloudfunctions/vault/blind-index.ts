/**
 * Keyed digests: what is looked up by value without being stored readably. An unkeyed hash protects nothing here, since
 * numbers of phones and people can be counted through; each purpose has its own key and its own prefix.
 */
import { createHmac } from 'node:crypto';
import { normaliseIdNumber } from '@domain/register/id-number';
import { normalisePhone } from '@domain/register/phone';
import { normalisePlate } from '@domain/register/plate';
import { base32 } from './random-id';

/** 22 characters of base64url hold 128 bits. */
const INDEX_LENGTH = 22;

const NORMALISED = {
  phone: normalisePhone,
  id: (text: string) => normaliseIdNumber(text).replace(/-/g, ''),
  plate: normalisePlate,
  /** A name and the last four of a number. */
  tail: normaliseIdNumber,
} as const;

export type IndexedField = keyof typeof NORMALISED;

/** 22 characters of base64url; the same for every way of typing one number. Exact match only. */
export function blindIndex(key: Uint8Array, field: IndexedField, text: string): string {
  return mac(key, `${field}|${NORMALISED[field](text)}`)
    .toString('base64url')
    .slice(0, INDEX_LENGTH);
}

/** 26 characters of base32 for a value that becomes a key of ours: a link's token, a person's openid. */
export function keyedId(key: Uint8Array, purpose: string, value: string): string {
  return base32(mac(key, `${purpose}|${value}`));
}

/** A key of 32 bytes for one purpose and subject, drawn from a key that is never handed out itself. */
export function derivedKey(key: Uint8Array, purpose: string, subject: string): Buffer {
  return mac(key, `${purpose}|${subject}`);
}

function mac(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
