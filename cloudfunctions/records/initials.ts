/**
 * First letters of the sounds of a word: 居住证明 is JZZM. The order of Chinese by sound is the runtime's own (ICU), so no table of
 * characters is shipped: a character belongs to the last letter whose first character does not stand behind it. A character with
 * several readings gets its usual one; the office adds a keyword where people type another.
 */
import type { GuideText } from '@domain/guide/guide';

const BY_SOUND = new Intl.Collator('zh-u-co-pinyin');

/** The first common character of each letter; no sound begins with I, U or V. */
const FIRST_CHARACTERS: readonly (readonly [letter: string, character: string])[] = [
  ['A', '阿'],
  ['B', '八'],
  ['C', '嚓'],
  ['D', '哒'],
  ['E', '妸'],
  ['F', '发'],
  ['G', '旮'],
  ['H', '哈'],
  ['J', '讥'],
  ['K', '咔'],
  ['L', '垃'],
  ['M', '妈'],
  ['N', '拏'],
  ['O', '噢'],
  ['P', '妑'],
  ['Q', '七'],
  ['R', '呥'],
  ['S', '仨'],
  ['T', '它'],
  ['W', '穵'],
  ['X', '夕'],
  ['Y', '丫'],
  ['Z', '帀'],
];

function initialOf(character: string): string {
  if (/[a-z0-9]/i.test(character)) return character.toUpperCase();
  if (!/\p{Script=Han}/u.test(character)) return '';
  const later = FIRST_CHARACTERS.findIndex(([, first]) => BY_SOUND.compare(first, character) > 0);
  const at = later === -1 ? FIRST_CHARACTERS.length - 1 : later - 1;
  return FIRST_CHARACTERS[at]?.[0] ?? '';
}

export function initialsOf(words: string): string {
  return [...words].map(initialOf).join('');
}

/** What a guide is found by beside its words: letters of the title, then of each keyword. */
export function initialsOfGuide({ title, keywords }: Pick<GuideText, 'title' | 'keywords'>): string[] {
  return [title, ...keywords].map(initialsOf);
}
