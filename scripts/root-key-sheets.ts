/**
 * The root key on three sheets of paper, any two of which give it back (Shamir over GF(2⁸), one byte at a time): the byte is a
 * line's height at 0, and sheet n holds its height at n. One sheet alone says nothing: every key is equally likely.
 */
import { createHash } from 'node:crypto';

export const SHEETS = [1, 2, 3] as const;
export type SheetNumber = (typeof SHEETS)[number];

/** `wanjia-1.<base64url of 32 bytes>.<6 characters against slips of the pen>` */
export type Sheet = string;

const KEY_BYTES = 32;
const SHEET = /^wanjia-([123])\.([\w-]{43})\.([\w-]{6})$/;
/** x⁸ + x⁴ + x³ + x + 1, as in AES. */
const FIELD_POLYNOMIAL = 0x11b;
/** The field's elements but 0 are the powers of one; the 255th is 1 again. */
const GROUP_ORDER = 255;

/** `slopes` are 32 random bytes, drawn once and forgotten. */
export function splitKey(key: Uint8Array, slopes: Uint8Array): Sheet[] {
  if (key.length !== KEY_BYTES || slopes.length !== KEY_BYTES) throw new Error('a root key has 32 bytes');
  return SHEETS.map((number) =>
    sheetOf(
      number,
      Uint8Array.from(key, (byte, at) => byte ^ multiplied(slopes[at] ?? 0, number)),
    ),
  );
}

/** The key of two sheets. Throws in words when a sheet was copied wrongly, or when both are the same sheet. */
export function joinSheets(first: Sheet, second: Sheet): Buffer {
  const [a, b] = [readSheet(first), readSheet(second)];
  if (a.number === b.number) throw new Error('两张纸是同一张，要两张不同的');
  const width = inverse(a.number ^ b.number);
  return Buffer.from(
    a.bytes.map((byte, at) => {
      const slope = multiplied(byte ^ (b.bytes[at] ?? 0), width);
      return byte ^ multiplied(slope, a.number);
    }),
  );
}

function sheetOf(number: SheetNumber, bytes: Uint8Array): Sheet {
  return `wanjia-${number}.${Buffer.from(bytes).toString('base64url')}.${markOf(number, bytes)}`;
}

function readSheet(text: Sheet): { number: number; bytes: Buffer } {
  const [, digit, body = '', mark] = SHEET.exec(text.trim()) ?? [];
  const bytes = Buffer.from(body, 'base64url');
  const number = Number(digit);
  if (bytes.length !== KEY_BYTES || markOf(number, bytes) !== mark) {
    throw new Error('这张纸有一位抄错了，请对着再看一遍');
  }
  return { number, bytes };
}

function markOf(number: number, bytes: Uint8Array): string {
  return createHash('sha256').update(`${number}|`).update(bytes).digest('base64url').slice(0, 6);
}

function multiplied(left: number, right: number): number {
  let product = 0;
  let shifted = left;
  for (let rest = right; rest > 0; rest >>= 1) {
    if (rest & 1) product ^= shifted;
    shifted <<= 1;
    if (shifted > 0xff) shifted ^= FIELD_POLYNOMIAL;
  }
  return product;
}

function inverse(value: number): number {
  let power = 1;
  for (let step = 0; step < GROUP_ORDER - 1; step += 1) power = multiplied(power, value);
  return power;
}
