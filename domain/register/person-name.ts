/**
 * Names as people write them. A rare character is never refused: the ideographs of every plane, 〇, radicals, variation
 * marks and the private-use characters of old systems all pass. Ranges are spelled out because the phones' engines do
 * not know `\p{}`.
 */
import { plainText } from '../kernel/text-width';

/** What is wrong with something that was typed for a name. */
export const NAME_WRONG = '写中文名字就行，不用加称呼';

const HAN_RANGES: readonly (readonly [number, number])[] = [
  [0x2e80, 0x2fdf],
  [0x2ff0, 0x2fff],
  [0x3007, 0x3007],
  [0x31c0, 0x31ef],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xe000, 0xfaff],
  [0x20000, 0x3ffff],
  [0xf0000, 0x10fffd],
];
const VARIATION_RANGES: readonly (readonly [number, number])[] = [
  [0xfe00, 0xfe0f],
  [0xe0100, 0xe01ef],
];
const DOTS = /[•‧∙・･．]/g;
const LATIN = /^[A-Za-zÀ-ÖØ-öø-ɏ][A-Za-zÀ-ÖØ-öø-ɏ '’.·-]{1,39}$/;
const TITLES = /(?:先生|女士|小姐|阿姨|叔叔|大爷|大妈|奶奶|爷爷|师傅|同志)$/;

/** Half width, trimmed, one kind of dot; blanks inside a Chinese name (`王 建 国`) go, those of a Latin name stay. */
export function normaliseName(text: string): string {
  const plain = plainText(text.replace(DOTS, '·'));
  const joined = plain.replace(/ /g, '');
  return isHanName(joined) ? joined : plain;
}

/** The name in its stored form, or undefined when it cannot be one (`NAME_WRONG` says so to the person). */
export function readName(text: string): string | undefined {
  const name = normaliseName(text);
  if (TITLES.test(name)) return undefined;
  return isHanName(name) || LATIN.test(name) ? name : undefined;
}

/** What to tell whoever wrote this for a name: nothing where it is one, `missing` where nothing was written. */
export function nameSentence(text: string, missing: string): string | undefined {
  if (readName(text) !== undefined) return undefined;
  return text.trim() === '' ? missing : NAME_WRONG;
}

function isHanName(name: string): boolean {
  const points = Array.from(name, (character) => character.codePointAt(0) ?? 0);
  const counted = points.filter((point) => !isWithin(point, VARIATION_RANGES));
  const first = counted[0];
  if (first === undefined || counted.length < 2 || counted.length > 20) return false;
  return (
    isWithin(first, HAN_RANGES) && counted.every((point) => point === 0xb7 || isWithin(point, HAN_RANGES))
  );
}

function isWithin(point: number, ranges: readonly (readonly [number, number])[]): boolean {
  return ranges.some(([from, to]) => from <= point && point <= to);
}
