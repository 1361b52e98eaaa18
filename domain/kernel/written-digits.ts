/** Digits however they are written: full width, Chinese, circled, spelled by sound, or with letters that look alike. */
import { halfWidth } from './text-width';

/** What each digit is also written as, 0 to 9; the last characters of a row are words that only sound like it. */
const WRITTEN_AS = [
  '〇零Oo洞⓪🄋⓿⁰₀٠領领玲凌灵另令',
  '一壹弌幺①⑴⒈❶㈠¹₁١〡Il|妖腰夭衣医依伊',
  '二贰貳弍两②⑵⒉❷㈡²₂٢〢俩耳尔儿',
  '三叁參弎③⑶⒊❸㈢³₃٣〣伞散',
  '四肆④⑷⒋❹㈣⁴₄٤〤斯撕似',
  '五伍⑤⑸⒌❺㈤⁵₅٥〥舞武捂',
  '六陆陸⑥⑹⒍❻㈥⁶₆٦〦溜柳榴',
  '七柒拐⑦⑺⒎❼㈦⁷₇٧〧漆戚妻',
  '八捌⑧⑻⒏❽㈧⁸₈٨〨巴吧扒叭',
  '九玖勾⑨⑼⒐❾㈨⁹₉٩〩久酒韭',
];

const DIGIT_OF: ReadonlyMap<string, string> = new Map(
  WRITTEN_AS.flatMap((row, digit) => [...row].map((character) => [character, String(digit)] as const)),
);

/** The frame of a key and what has no width stand between digits and are not seen. */
const UNSEEN = /[\u200b-\u200f\u2060\ufeff\u00ad]|\ufe0f|\u20e3/g;

/** The text at half width, with every sign that may stand for a digit as one; as long as the text, characters counted. */
export function withDigits(text: string): string {
  return [...halfWidth(text).replace(UNSEEN, '')]
    .map((character) => DIGIT_OF.get(character) ?? character)
    .join('');
}
