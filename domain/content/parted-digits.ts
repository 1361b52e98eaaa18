/** Numbers that are told piece by piece: pulled apart by words or signs between their digits, or with some of them spelled out. */
import { halfWidth } from '../kernel/text-width';
import { withDigits } from '../kernel/written-digits';

/** 八千 is 8000, 一百三十八 is 138. */
const SUM = /\d[千百十](?:0?\d[百十])*(?:0?\d)?(?!\d)/g;
const WEIGHTS: Readonly<Record<string, number>> = { 千: 1000, 百: 100, 十: 10 };
/** 四个零 is 0000. */
const REPEATED = /([1-9])个(\d)/g;

function added(sum: string): string {
  const parts = [...sum.matchAll(/(\d)([千百十]?)/g)];
  return String(
    parts.reduce((total, [, digit, weight = '']) => total + Number(digit) * (WEIGHTS[weight] ?? 1), 0),
  );
}

function spelledOut(text: string): string {
  return text
    .replace(SUM, added)
    .replace(REPEATED, (_, times: string, digit: string) => digit.repeat(Number(times)));
}

/** Words with which a number is told piece by piece: 前三位是…，中间…，最后…. */
const LINKS = new RegExp(
  `(?:(?:[前头中后末尾]面?|中间|最后|开头|其余|剩下的?|第\\d段|再)的?(?:\\d{1,2}[位个](?:数字?|号码?)?)(?:分别)?(?:就?是|为)?|` +
    `然后|接着|接下来|紧接|跟着|再来|再加|再接|再是|再|后面|前面|下面|后头|前头|中间|最后|末尾|结尾|尾号|尾数|尾巴|` +
    `开头|打头|起头|加上|连着|连上|还有|以及|空格|空一?格|横杠|横线|减号|小?数?点儿?|顿号|逗号|` +
    `就?是|接|加|跟|和|的|呢|啊|呀|嗯|哦|杠)+[:：]?`,
  'g',
);

/** O and l stand for digits by themselves, in no word of a language that has them as letters; an x alone ends an identity number. */
function withoutLatin(text: string): string {
  return halfWidth(text).replace(/[A-Za-z]+/g, (word) => {
    if (/^x$/i.test(word)) return '叉';
    return /[^IlOo]/.test(word) ? 'w' : word;
  });
}

/** One text in the ways in which a number may be told in it. */
export interface Told {
  readonly written: string;
  /** Letters are words between. */
  readonly parted: Pieces;
  /** Quantities are spelled out, and the words that link pieces are gone. */
  readonly linked: Pieces;
  readonly linkedText: string;
}

interface Pieces {
  readonly digits: string;
  /** Where each piece begins among the digits, and what stands behind it. */
  readonly starts: readonly number[];
  readonly behind: readonly string[];
  /** By place among the digits: which piece ends there; nothing inside of one. */
  readonly endingAt: readonly (number | undefined)[];
}

function piecesOf(text: string): Pieces {
  const pieces: string[] = [];
  const starts: number[] = [];
  const behind: string[] = [];
  const endingAt: (number | undefined)[] = [];
  let end = 0;
  for (const [, piece = '', words = ''] of text.matchAll(/(\d+|[×叉])([^\d×叉]*)/g)) {
    starts.push(end);
    end += piece.length;
    while (endingAt.length < end) endingAt.push(undefined);
    endingAt[end] = pieces.length;
    pieces.push(/\d/.test(piece) ? piece : 'X');
    behind.push(words);
  }
  return { digits: pieces.join(''), starts, behind, endingAt };
}

export function toldIn(text: string): Told {
  const partedText = withDigits(withoutLatin(text));
  const linkedText = spelledOut(partedText).replace(LINKS, ' ');
  const parted = piecesOf(partedText);
  const linked = linkedText === partedText ? parted : piecesOf(linkedText);
  return { written: text, parted, linked, linkedText };
}

/** Floors or units one after the other are a list and no number: 1、3、5、7、9、11 … */
export function isEnumeration(parts: readonly string[]): boolean {
  return parts.length > 5 && parts.every((part) => part.length <= 2) && isRising(parts);
}

function isRising(parts: readonly string[]): boolean {
  return parts.every((part, index) => index === 0 || Number(part) > Number(parts[index - 1]));
}

/** What stands behind a quantity, an hour, a price or a place; behind a part of a longer number it does not. */
const UNIT =
  /^\s*[个位名人户元块角分毛点时刻秒年月日天周号楼层栋幢座单室米厘毫公里千百万亿吨斤克升度级次届期条款项章节课张份本台辆部件套只双瓶袋箱盒岁平路站门排列桌床页种类样些批组队班间所家支根把比到至下起定共直切边致般旦同%℃×xX]/;
/** A colon stands in hours, behind one digit or two. */
const HOUR = /^\s*[:：]/;
const HOUR_LENGTH_MAX = 2;
const WORDS_BETWEEN_MAX = 8;

interface Wanted {
  readonly lengths: readonly number[];
  /** Of fewer pieces it is no number that was pulled apart. */
  readonly fewest: number;
  /** What can begin there at all: asked at every piece, before anything is cut out. */
  readonly mayBegin: (digits: string, start: number) => boolean;
  readonly isNumber: (number: string) => boolean;
}

function isQuantity(length: number, words: string): boolean {
  return UNIT.test(words) || (length <= HOUR_LENGTH_MAX && HOUR.test(words));
}

/** Pieces that make one number, with words between them: none is a quantity, or the same word stands between all. */
function areOneNumber({ digits, starts, behind }: Pieces, first: number, last: number): boolean {
  const parts: string[] = [];
  let isEven = last - first > 4;
  let hasQuantity = false;
  for (let at = first; at <= last; at += 1) {
    const words = behind[at] ?? '';
    const part = digits.slice(starts[at], starts[at + 1]);
    parts.push(part);
    if (at < last && words.length > WORDS_BETWEEN_MAX) return false;
    if (at < last && words !== behind[first]) isEven = false;
    hasQuantity = hasQuantity || isQuantity(part.length, words);
    if (hasQuantity && !isEven) return false;
  }
  return !isEnumeration(parts);
}

function standsIn(pieces: Pieces, { lengths, fewest, mayBegin, isNumber }: Wanted): boolean {
  const { digits, starts, endingAt } = pieces;
  return starts.some((start, first) => {
    if (!mayBegin(digits, start)) return false;
    return lengths.some((length) => {
      const last = endingAt[start + length];
      if (last === undefined || last - first + 1 < fewest) return false;
      return isNumber(digits.slice(start, start + length)) && areOneNumber(pieces, first, last);
    });
  });
}

/** Whether a number stands in a text in pieces, with words between them. */
export function standsInPieces({ parted, linked }: Told, wanted: Wanted): boolean {
  return standsIn(parted, wanted) || (linked !== parted && standsIn(linked, wanted));
}
