/**
 * Receipts that a worker checks without network (D42): fifty bits of HMAC(grid key, door and day) and a check character.
 * The code holds no answer and no name; with the door in view, the phone tries the days of the campaign.
 */
import { checkCharacter, crockfordOf, foldCode, hasCheckCharacter } from '../kernel/crockford';
import { addDays } from '../kernel/calendar';
import type { Day } from '../kernel/day';
import { utf8Bytes } from '../kernel/bytes';

const BODY_LENGTH = 10;

/** HMAC-SHA-256 under the grid's receipt key, from Node in the cloud and from `sha256.ts` on the phone. */
export type ReceiptMac = (message: Uint8Array) => Uint8Array;

export type ReceiptReading =
  | { verdict: 'genuine'; day: Day }
  /** A character is wrong: read it again. */
  | { verdict: 'mistyped' }
  /** Well formed, but of another door, another grid, or outside the campaign. */
  | { verdict: 'notThisDoor' };

/** Eleven characters: `7F3K9Q2PX4C`. */
export function receiptCode(mac: ReceiptMac, doorId: string, day: Day): string {
  const body = crockfordOf(mac(utf8Bytes(`receipt|${doorId}|${day}`)), BODY_LENGTH);
  return body + (checkCharacter(body) ?? '');
}

/** `7F3K9-Q2PX4-C`, as shown and read aloud. */
export function receiptWords(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5, 10)}-${code.slice(10)}`;
}

/** Reads a receipt against a door, for the days from `opensOn` to `until`, the newest first. */
export function readReceipt(
  typed: string,
  door: { readonly doorId: string; readonly opensOn: Day; readonly until: Day },
  mac: ReceiptMac,
): ReceiptReading {
  const code = foldCode(typed);
  if (code.length !== BODY_LENGTH + 1 || !hasCheckCharacter(code)) return { verdict: 'mistyped' };
  for (let day = door.until; day >= door.opensOn; day = addDays(day, -1)) {
    if (receiptCode(mac, door.doorId, day) === code) return { verdict: 'genuine', day };
  }
  return { verdict: 'notThisDoor' };
}
