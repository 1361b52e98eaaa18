/**
 * Sealed values as they are stored. Text: `v1.A1.<kid>.<nonce>.<ciphertext>.<tag>`, the last three in base64url. Bytes (a
 * kept piece of a file): `v1.A1.<kid>.` in ASCII, then nonce, ciphertext and tag as they are. What a value is bound to
 * besides its key is its place, so a value moved to another row, field or environment does not open.
 */
import {
  decrypt,
  encrypt,
  exactBytes,
  NONCE_BYTES,
  SealBrokenError,
  TAG_BYTES,
  type Ciphertext,
} from './cipher';

const VERSION = 'v1';
/** AES-256-GCM; other suites get other marks, so that both open while values are sealed anew. */
const SUITE = 'A1';
const PREFIX = `${VERSION}.${SUITE}.`;
const PARTS = 6;
/** Long enough for every kid, so that a header is found without reading a whole file. */
const HEADER_BYTES_MAX = 64;

export interface Place {
  readonly collection: string;
  /** The document's `_id`. */
  readonly id: string;
  readonly field: string;
}

export interface DataKey {
  readonly environment: string;
  readonly kid: string;
  readonly bytes: Uint8Array;
}

export function sealText(key: DataKey, place: Place, text: string): string {
  const { nonce, body, tag } = encrypt(key.bytes, bindingOf(key, place), Buffer.from(text));
  return PREFIX + [key.kid, ...[nonce, body, tag].map((part) => part.toString('base64url'))].join('.');
}

/** Throws SealBrokenError unless the envelope is whole and stands in its own place. */
export function openText(key: DataKey, place: Place, envelope: string): string {
  const parts = envelope.split('.');
  if (parts.length !== PARTS || !envelope.startsWith(`${PREFIX}${key.kid}.`)) {
    throw new SealBrokenError('malformed');
  }
  const [nonce, body, tag] = parts.slice(3).map(exactBytes) as [Buffer, Buffer, Buffer];
  return decrypt(key.bytes, bindingOf(key, place), { nonce, body, tag }).toString();
}

export function sealBinary(key: DataKey, place: Place, plain: Uint8Array): Buffer {
  const { nonce, body, tag } = encrypt(key.bytes, bindingOf(key, place), plain);
  return Buffer.concat([Buffer.from(`${PREFIX}${key.kid}.`), nonce, body, tag]);
}

/** Throws SealBrokenError unless the bytes are whole and stand in their own place. */
export function openBinary(key: DataKey, place: Place, sealed: Uint8Array): Buffer {
  const header = Buffer.from(`${PREFIX}${key.kid}.`);
  const rest = Buffer.from(sealed.subarray(header.length));
  const isOurs = header.equals(sealed.subarray(0, header.length)) && rest.length >= NONCE_BYTES + TAG_BYTES;
  if (!isOurs) throw new SealBrokenError('malformed');
  return decrypt(key.bytes, bindingOf(key, place), splitBytes(rest));
}

/** The name of the key that a sealed value needs; undefined for anything that is no sealed value. */
export function kidOf(sealed: string | Uint8Array): string | undefined {
  const head =
    typeof sealed === 'string'
      ? sealed
      : Buffer.from(sealed.subarray(0, HEADER_BYTES_MAX)).toString('latin1');
  return /^v1\.A1\.([0-9a-z]+)\./.exec(head)?.[1];
}

/** `env|collection|documentId|field|kid|v1`. No part may hold the bar, or two places would read alike. */
function bindingOf({ environment, kid }: DataKey, { collection, id, field }: Place): string {
  const parts = [environment, collection, id, field, kid];
  if (parts.some((part) => part === '' || part.includes('|'))) throw new Error(`"${field}" is no place`);
  return [...parts, VERSION].join('|');
}

function splitBytes(rest: Buffer): Ciphertext {
  return {
    nonce: rest.subarray(0, NONCE_BYTES),
    body: rest.subarray(NONCE_BYTES, rest.length - TAG_BYTES),
    tag: rest.subarray(rest.length - TAG_BYTES),
  };
}
