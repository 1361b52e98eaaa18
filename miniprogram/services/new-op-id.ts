/**
 * Operation ids: 128 random bits as 26 characters of base32, made before the first send and kept until the answer. Member
 * keys: 8 characters of the same alphabet, unique within one household.
 */
import { now } from './clock';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const OP_ID_LENGTH = 26;
const MEMBER_KEY_LENGTH = 8;

export async function newOpId(): Promise<string> {
  const bytes = await randomBytes(OP_ID_LENGTH);
  return bytes === undefined ? mixedText(OP_ID_LENGTH) : textOf(bytes);
}

export function newMemberKey(): string {
  return mixedText(MEMBER_KEY_LENGTH);
}

/** Undefined on a phone without a source of randomness. */
export async function randomBytes(length: number): Promise<Uint8Array | undefined> {
  if (!wx.canIUse('getRandomValues')) return undefined;
  return new Promise((resolve) => {
    wx.getRandomValues({
      length,
      success: ({ randomValues }) => {
        resolve(new Uint8Array(randomValues));
      },
      fail: () => {
        resolve(undefined);
      },
    });
  });
}

function textOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => ALPHABET.charAt(byte & 31)).join('');
}

/** For phones without a source of randomness: the clock's low bits mixed into the engine's own numbers. */
function mixedText(length: number): string {
  let clock = now();
  let text = '';
  for (let index = 0; index < length; index += 1) {
    text += ALPHABET.charAt((Math.floor(Math.random() * 32) + (clock % 32)) & 31);
    clock = Math.floor(clock / 32);
  }
  return text;
}
