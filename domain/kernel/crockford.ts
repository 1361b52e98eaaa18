/** Crockford's base32: no I, L, O, U, because people read codes aloud and copy them by hand. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** x² in GF(2⁵) with the polynomial x⁵ + x² + 1; doubling is multiplication by a generator of the field. */
const FIELD_OVERFLOW = 0x20;
const FIELD_POLYNOMIAL = 0x25;

/** Capital letters without blanks and hyphens; I and L are read as 1, O as 0. U stays, and so belongs to no code. */
export function foldCode(text: string): string {
  return text
    .toUpperCase()
    .replace(/[\s\u2010-\u2015\uff0d-]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
}

export function isCrockford(text: string): boolean {
  return text !== '' && Array.from(text).every((character) => CROCKFORD.includes(character));
}

/**
 * The check character: a weighted sum over the field of 32 elements. Weights are different powers of a generator, so it
 * finds every single wrong character, every swap of two characters up to 30 places apart, and every doubled pair that
 * became another pair. Undefined for a text outside the alphabet.
 */
export function checkCharacter(text: string): string | undefined {
  if (!isCrockford(text)) return undefined;
  let sum = 0;
  for (const character of text) sum = doubled(sum ^ CROCKFORD.indexOf(character));
  return CROCKFORD[sum];
}

/** True when the last character is the check character of those before it. */
export function hasCheckCharacter(text: string): boolean {
  return text.length > 1 && checkCharacter(text.slice(0, -1)) === text.slice(-1);
}

/** The first `length` characters (5 bits each) of a string of bytes. */
export function crockfordOf(bytes: Uint8Array, length: number): string {
  let text = '';
  for (let index = 0; index < length; index += 1) {
    const bit = index * 5;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    text += CROCKFORD.charAt((pair >> (11 - (bit & 7))) & 31);
  }
  return text;
}

function doubled(value: number): number {
  const shifted = value << 1;
  return shifted & FIELD_OVERFLOW ? shifted ^ FIELD_POLYNOMIAL : shifted;
}
