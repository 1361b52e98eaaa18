/** A mobile number in a text: in one piece, cut by signs, told as one says it, or pulled apart by words between its digits. */
import { halfWidth } from '../kernel/text-width';
import { withDigits } from '../kernel/written-digits';
import { alone, digits, GAP, numbersIn, SIGN } from './digit-runs';

/** Numbers of the tests begin with 100. */
const MOBILE = `1${GAP}(?:[3-9]${GAP}${digits(8)}|0${GAP}0${GAP}${digits(7)})\\d`;
const PHONE = alone(`(?:(?:00)?86${GAP})?${MOBILE}`);
const LENGTH = 11;
const WHOLE = /^1(?:[3-9]|00)\d+$/;

/** Floors or units one after the other are a list and no number: 1、3、5、7、9、11 … */
function isEnumeration(text: string): boolean {
  const parts = text.split(/\D+/).filter((part) => part !== '');
  return parts.length > 5 && parts.every((part) => part.length <= 2) && isRising(parts);
}

function isRising(parts: readonly string[]): boolean {
  return parts.every((part, index) => index === 0 || Number(part) > Number(parts[index - 1]));
}

function standsIn(text: string): boolean {
  return numbersIn(text, PHONE).some((number) => !isEnumeration(number));
}

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
const SIGNS = new RegExp(`${SIGN}+`, 'g');

/** What stands behind a quantity, an hour, a price or a place; behind a part of a phone number it does not. */
const UNIT =
  /^\s*(?:[个位名人户元块角分毛点时刻秒年月日天周号楼层栋幢座单室米厘毫公里千百万亿吨斤克升度级次届期条款项章节课张份本台辆部件套只双瓶袋箱盒岁平路站门排列桌床页种类样些批组队班间所家支根把比到至下起定共直切边致般旦同:：%℃×xX])/;
/** What a text says that has a number to call in it; where every digit stands alone, it need not. */
const SPOKEN_OF = /电话|手机|号码|联系|拨|打|微信|薇信|致电|找|报名|加我|呼我|短信/;
const WORDS_BETWEEN_MAX = 8;

interface Piece {
  readonly digits: string;
  readonly behind: string;
}

/** Pieces that make one number, with words between them: none is a quantity, or the same word stands between all. */
function areOneNumber(pieces: readonly Piece[]): boolean {
  const between = pieces.slice(0, -1).map(({ behind }) => behind);
  if (between.some((words) => words.length > WORDS_BETWEEN_MAX)) return false;
  const isEven = pieces.length > 5 && new Set(between).size === 1;
  return isEven || pieces.every(({ behind }) => !UNIT.test(behind));
}

/** The pieces from one on that have as many digits as a phone number. */
function piecesFrom(pieces: readonly Piece[], first: number): readonly Piece[] {
  let length = 0;
  for (let last = first; last < pieces.length && length < LENGTH; last += 1) {
    length += pieces[last]?.digits.length ?? 0;
    if (length === LENGTH) return pieces.slice(first, last + 1);
  }
  return [];
}

/** O and l stand for digits by themselves, in no word of a language that has them as letters. */
function withoutLatin(text: string): string {
  return halfWidth(text).replace(/[A-Za-z]+/g, (word) => (/[^IlOo]/.test(word) ? 'w' : word));
}

function standsAmongWords(text: string): boolean {
  const fewest = SPOKEN_OF.test(text) ? 2 : LENGTH;
  const pieces = [...text.matchAll(/(\d+)(\D*)/g)].map(([, digits = '', behind = '']) => ({
    digits,
    behind,
  }));
  return pieces.some((_, first) => {
    const parts = piecesFrom(pieces, first);
    const number = parts.map((part) => part.digits);
    return (
      parts.length >= fewest &&
      WHOLE.test(number.join('')) &&
      !isEnumeration(number.join(' ')) &&
      areOneNumber(parts)
    );
  });
}

/** Whether a text, as it was written, tells a mobile number. */
export function namesPhone(text: string): boolean {
  const parted = withDigits(withoutLatin(text));
  const told = spelledOut(parted);
  return (
    standsIn(withDigits(text)) ||
    // A bar is a one, or it parts.
    standsIn(withDigits(text.replace(/[|｜]/g, ' '))) ||
    standsIn(told.replace(LINKS, ' ').replace(SIGNS, ' ')) ||
    standsAmongWords(parted) ||
    standsAmongWords(told)
  );
}
