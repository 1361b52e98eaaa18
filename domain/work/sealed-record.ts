/**
 * A record that a phone cannot send, as a text that only the cloud opens. The phone makes a key of its own for this one text,
 * agrees with the cloud's public key on 32 bytes and forgets its half: afterwards not even the phone can read it.
 */
import { base64url, bytesOfBase64url, textOfUtf8, utf8Bytes } from '../kernel/bytes';
import { hmacSha256 } from '../kernel/sha256';
import { agreedBytes, publicKeyOf } from '../kernel/x25519';

const FORMAT = 'wanjia-record-1';
const BLOCK = 32;
const PART = 32;

/** Base64url of: the half of the agreement made for this text, the proof, the covered text. `secret`: 32 fresh random bytes. */
export function sealRecord(text: string, cloudKey: Uint8Array, secret: Uint8Array): string {
  const key = publicKeyOf(secret);
  const keys = keysOf(agreedBytes(secret, cloudKey), key);
  const body = covered(utf8Bytes(text), keys.cover);
  return base64url(Uint8Array.from([...key, ...hmacSha256(keys.proof, body), ...body]));
}

/** The text of a sealed record; undefined where it was changed, or is not sealed to this key. */
export function openRecord(sealed: string, cloudSecret: Uint8Array): string | undefined {
  const bytes = bytesOfBase64url(sealed);
  if (bytes === undefined || bytes.length < 2 * PART) return undefined;
  const key = bytes.slice(0, PART);
  const body = bytes.slice(2 * PART);
  const keys = keysOf(agreedBytes(cloudSecret, key), key);
  const isWhole = isSame(hmacSha256(keys.proof, body), bytes.slice(PART, 2 * PART));
  return isWhole ? textOfUtf8(covered(body, keys.cover)) : undefined;
}

/** Two keys from what both sides know, bound to the text's own key. */
function keysOf(agreed: Uint8Array, key: Uint8Array): { cover: Uint8Array; proof: Uint8Array } {
  const named = (use: string): Uint8Array =>
    hmacSha256(agreed, utf8Bytes(`${FORMAT} ${use} ${base64url(key)}`));
  return { cover: named('cover'), proof: named('proof') };
}

/** Covers and uncovers: each block is joined with a number of the key that occurs once. */
function covered(bytes: Uint8Array, key: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length);
  for (let from = 0; from < bytes.length; from += BLOCK) {
    const stream = hmacSha256(key, utf8Bytes(String(from / BLOCK)));
    for (let at = from; at < Math.min(from + BLOCK, bytes.length); at += 1) {
      result[at] = (bytes[at] ?? 0) ^ (stream[at - from] ?? 0);
    }
  }
  return result;
}

function isSame(left: Uint8Array, right: Uint8Array): boolean {
  return left.reduce((sum, byte, at) => sum | (byte ^ (right[at] ?? 0)), 0) === 0;
}
