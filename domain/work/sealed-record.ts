/**
 * A record that a phone cannot send, as a text that only the cloud opens. The phone makes a key of its own for this one text and
 * forgets its secret half: afterwards not even the phone can read it. Curve25519, XSalsa20 and Poly1305 by tweetnacl: a phone's
 * runtime has no cryptography of its own. `nacl` is the smaller of its two twins; one record at a time needs no speed.
 */
import { box } from 'tweetnacl/nacl';
import { base64url, bytesOfBase64url, textOfUtf8, utf8Bytes } from '../kernel/bytes';

/** A key seals one text, so the number that tells texts of one key apart may stand still. */
const ONCE = new Uint8Array(box.nonceLength);

/** The public half of 32 random bytes. */
export function recordKeyOf(secret: Uint8Array): Uint8Array {
  return box.keyPair.fromSecretKey(secret).publicKey;
}

/** Base64url of the text's own key and the sealed text. `secret`: 32 fresh random bytes. */
export function sealRecord(text: string, cloudKey: Uint8Array, secret: Uint8Array): string {
  const sealed = box(Uint8Array.from(utf8Bytes(text)), ONCE, cloudKey, secret);
  return base64url(Uint8Array.from([...recordKeyOf(secret), ...sealed]));
}

/** The text of a sealed record; undefined where it was changed, or is not sealed to this key. */
export function openRecord(sealed: string, cloudSecret: Uint8Array): string | undefined {
  const bytes = bytesOfBase64url(sealed);
  if (bytes === undefined || bytes.length < box.publicKeyLength + box.overheadLength) return undefined;
  const key = bytes.slice(0, box.publicKeyLength);
  const opened = box.open(bytes.slice(box.publicKeyLength), ONCE, key, cloudSecret);
  return opened === null ? undefined : textOfUtf8(opened);
}
