/**
 * AES-256-GCM with a random nonce of 96 bits, and nothing else: the one place where the product encrypts. A certified
 * module or the national suite takes its place behind these two functions.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export const KEY_BYTES = 32;
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';

export interface Ciphertext {
  readonly nonce: Buffer;
  readonly body: Buffer;
  readonly tag: Buffer;
}

/** A sealed value that does not open: changed, moved to another place, or sealed with a key this environment lacks. */
export class SealBrokenError extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(what, options);
    this.name = 'SealBrokenError';
  }
}

/** `binding` is authenticated beside the text and not stored: opening needs exactly the same. */
export function encrypt(key: Uint8Array, binding: string, plain: Uint8Array): Ciphertext {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(binding));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { nonce, body, tag: cipher.getAuthTag() };
}

/** Throws SealBrokenError unless key, binding and every byte are those of the encryption. */
export function decrypt(key: Uint8Array, binding: string, { nonce, body, tag }: Ciphertext): Buffer {
  if (nonce.length !== NONCE_BYTES || tag.length !== TAG_BYTES) throw new SealBrokenError('malformed');
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(binding));
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch (cause) {
    throw new SealBrokenError('changed or moved', { cause });
  }
}

/**
 * Bytes of base64url text. The alphabet leaves spare bits in a last character, and a lenient reader skips what it does not
 * know: only the one spelling that an encoder writes is accepted, so that no character can change unnoticed.
 */
export function exactBytes(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new SealBrokenError('malformed');
  return bytes;
}
