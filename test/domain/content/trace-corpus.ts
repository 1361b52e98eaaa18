/**
 * Five hundred texts as people write them, half of them with something personal in it, made the same each time. Nobody's numbers:
 * identity numbers of region 000000, phones that begin with 100 or have 0000 in the middle, cards of a bank that is none.
 */
import type { TraceKind } from '@domain/content/traces';
import { checkCharacterOf } from '@domain/register/id-number';
import { chanceOf, type Chance } from '../../../local/seed/random';
import { INNOCENT_FRAMES } from './innocent-frames';

export interface TracedText {
  readonly text: string;
  readonly kind: TraceKind;
  /** How it was written. */
  readonly way: string;
}

const TRACED = 250;
const INNOCENT = 250;
const two = (value: number): string => String(value).padStart(2, '0');
const drawn = (chance: Chance, count: number): string =>
  Array.from({ length: count }, () => chance.below(10)).join('');

function phoneOf(chance: Chance): string {
  const head = chance.happens(0.5) ? '1000' : `1${chance.pick([3, 5, 7, 8, 9])}${chance.below(10)}`;
  return `${head}0000${drawn(chance, 4)}`.padEnd(11, '7').slice(0, 11);
}

function idNumberOf(chance: Chance): string {
  const born = `${1940 + chance.below(75)}${two(1 + chance.below(12))}${two(1 + chance.below(28))}`;
  const head = `000000${born}${drawn(chance, 3)}`;
  return head + checkCharacterOf(head);
}

function cardOf(chance: Chance): string {
  const head = `620000${drawn(chance, chance.pick([9, 12]))}`;
  const sum = [...head].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return head + String((10 - (sum % 10)) % 10);
}

const CHINESE = '零一二三四五六七八九';
const CAPITAL = '零壹贰叁肆伍陆柒捌玖';
const SPOKEN = '洞幺两三四五六拐八勾';
const SOUNDS = '领妖耳伞斯舞溜漆巴酒';
const CIRCLED = '⓪①②③④⑤⑥⑦⑧⑨';
const spelled = (row: string) => (number: string) =>
  number.replace(/\d/g, (digit) => [...row][Number(digit)] ?? digit);
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const apart = (mark: string) => (text: string) => [...text].join(mark);
const grouped = (mark: string) => (number: string) =>
  number.length === 11
    ? `${number.slice(0, 3)}${mark}${number.slice(3, 7)}${mark}${number.slice(7)}`
    : (number.match(/.{1,4}/g) ?? []).join(mark);

/** Ways to write a number. */
const WAYS: readonly (readonly [string, (number: string, chance: Chance) => string])[] = [
  ['plain', (number) => number],
  ['blanks', grouped(' ')],
  ['hyphens', grouped('-')],
  ['dots', grouped('.')],
  ['each apart', apart(' ')],
  ['each apart by a comma', apart('，')],
  ['wide gaps', grouped('   ')],
  ['full width', fullWidth],
  ['full width, apart', (number) => apart('　')(fullWidth(number))],
  ['Chinese', spelled(CHINESE)],
  ['capitals', spelled(CAPITAL)],
  ['spoken', spelled(SPOKEN)],
  ['by sound', spelled(SOUNDS)],
  ['circled', spelled(CIRCLED)],
  ['no width between', apart('\u200b')],
  [
    'mixed',
    (number, chance) =>
      [...number].map((digit) => (chance.happens(0.5) ? spelled(CHINESE)(digit) : digit)).join(''),
  ],
];

const tripled = (number: string): readonly [string, string, string] => [
  number.slice(0, 3),
  number.slice(3, 7),
  number.slice(7),
];
/** The three parts of a phone number put into a sentence, as `{a}`, `{b}`, `{c}`. */
const told = (sentence: string) => (number: string) => {
  const [a, b, c] = tripled(number);
  return sentence.replace('{a}', a).replace('{b}', b).replace('{c}', c);
};
const inChinese = (sentence: string) => (number: string) => told(sentence)(spelled(CHINESE)(number));
const POEM = '春眠不觉晓处闻啼鸟夜来';

/** Ways to tell a phone number with words between its digits. */
const TOLD_WAYS: typeof WAYS = [
  ['then', inChinese('{a}，然后{b}，再{c}')],
  ['behind', told('{a} 后面 {b} 最后 {c}')],
  ['by places', told('前三位{a}，中间四位是{b}，后四位{c}')],
  ['begins and ends', told('{a}开头，中间{b}，尾号{c}')],
  ['names between', told('{a}小王{b}有事{c}')],
  ['colons', told('{a}：{b}：{c}')],
  ['Latin between', told('{a}abc{b}def{c}')],
  ['poem between', (number) => [...number].map((digit, at) => digit + (POEM[at] ?? '')).join('')],
  ['one word between', apart('爱')],
  [
    'noughts counted',
    (number) => inChinese('{a}，四个零，{c}')(`${number.slice(0, 3)}0000${number.slice(7)}`),
  ],
  [
    'thousands',
    (number) => inChinese('{a}，然后{b}，再')(number) + `${CHINESE[2 + (Number(number[10]) % 8)]}千`,
  ],
];

/** The parts of an identity or card number put into a sentence, as `{a}` to `{d}`. */
const inFour = (sentence: string) => (number: string) => {
  const parts = [number.slice(0, 6), number.slice(6, 10), number.slice(10, 14), number.slice(14)];
  return sentence.replace(/\{([a-d])\}/g, (_, name: string) => parts['abcd'.indexOf(name)] ?? '');
};
const inFourChinese = (sentence: string) => (number: string) => inFour(sentence)(spelled(CHINESE)(number));

/** Ways to tell a long number with words or signs between its digits. */
const TOLD_LONG: typeof WAYS = [
  ['then', inFourChinese('{a}，然后{b}，再{c}，最后{d}')],
  ['behind', inFour('{a} 后面 {b} 接着 {c} 尾号 {d}')],
  ['by places', inFour('前六位{a}，中间{b}和{c}，最后四位是{d}')],
  ['names between', inFour('{a}小王{b}有事{c}收好{d}')],
  ['Latin between', inFour('{a}abc{b}def{c}ghi{d}')],
  ['colons', inFour('{a}：{b}：{c}：{d}')],
  ['marks of machines', inFour('{a}@{b}#{c}&{d}')],
  [
    'poem between',
    (number) => [...number].map((digit, at) => digit + (POEM[at % POEM.length] ?? '')).join(''),
  ],
  ['one word between', apart('爱')],
];

const FRAMES: Readonly<Record<TraceKind, readonly string[]>> = {
  phone: [
    '想要一辆旧轮椅，有的话打{}',
    '联系电话：{}，周末也在',
    '{}（微信同号）',
    '孩子的自行车送人，要的联系{}谢谢',
    '楼道灯坏了三天，我的手机{}，修好告诉我一声',
    '老人需要人陪聊，请打给女儿 {} 8:00-20:00',
    '报名找王姐{}',
    '电话是{}。别打座机',
  ],
  idNumber: [
    '身份证{}，麻烦帮忙办居住证明',
    '本人证件号码：{}',
    '{}是我的号，请核对',
    '报名的人是我，号码{}，五十岁',
    '补办需要号码，是 {} 这个',
  ],
  address: [],
  bankNumber: [
    '爱心款请打到{}',
    '卡号：{}，户名本人',
    '退费退到 {} 就行',
    '我的社保卡账号{}，一直没到账',
    '转到工行{}',
  ],
};

const HOMES: readonly ((chance: Chance) => string)[] = [
  (chance) => `${1 + chance.below(30)}号楼${1 + chance.below(4)}单元${room(chance)}`,
  (chance) => `${1 + chance.below(30)}号楼${room(chance)}室`,
  (chance) => `${1 + chance.below(30)}幢${1 + chance.below(3)}单元${room(chance)}室`,
  (chance) => `${1 + chance.below(20)}栋 ${1 + chance.below(3)} 单元 ${room(chance)}`,
  (chance) => `${1 + chance.below(20)}-${1 + chance.below(4)}-${room(chance)}`,
  (chance) => `${1 + chance.below(20)}#${1 + chance.below(4)}单元${room(chance)}`,
  (chance) => fullWidth(`${1 + chance.below(20)}号楼${1 + chance.below(4)}单元${room(chance)}`),
  (chance) => spelled(CHINESE)(`${1 + chance.below(9)}号楼${1 + chance.below(4)}单元${room(chance)}`),
  (chance) =>
    `十${CHINESE[1 + chance.below(9)]}号楼${CHINESE[1 + chance.below(4)]}单元${spelled(CHINESE)(room(chance))}`,
  (chance) => `${1 + chance.below(9)}号楼${1 + chance.below(4)}门${room(chance)}`,
  (chance) => `${1 + chance.below(9)}号楼${1 + chance.below(4)}单元${1 + chance.below(6)}楼东户`,
  (chance) => `B座${room(chance)}`,
  (chance) => `12号院${1 + chance.below(9)}号楼${room(chance)}`,
  (chance) => apart(' ')(`${1 + chance.below(9)}号楼${1 + chance.below(4)}单元${room(chance)}`),
];
const HOME_FRAMES = [
  '我家在{}，想请人修水龙头',
  '住{}的老人想要一台收音机',
  '东西送到{}就行，有人在家',
  '苹果花园{}漏水，物业没人管',
  '{}门口堆了纸箱',
  '地址：苹果花园{}。',
  '请到金河湾 {} 来取，白天都在',
];

function room(chance: Chance): string {
  return `${1 + chance.below(18)}${two(1 + chance.below(4))}`;
}

const NUMBERS: Readonly<Record<Exclude<TraceKind, 'address'>, (chance: Chance) => string>> = {
  phone: phoneOf,
  idNumber: idNumberOf,
  bankNumber: cardOf,
};
const KINDS = ['phone', 'address', 'idNumber', 'phone', 'bankNumber'] as const;

function tracedText(at: number): TracedText {
  const chance = chanceOf('traces', String(at));
  const kind = KINDS[at % KINDS.length] ?? 'phone';
  const round = Math.floor(at / KINDS.length);
  if (kind === 'address') {
    const home = HOMES[round % HOMES.length];
    return {
      text: chance.pick(HOME_FRAMES).replace('{}', home?.(chance) ?? ''),
      kind,
      way: `home ${round % HOMES.length}`,
    };
  }
  const ways = [...WAYS, ...(kind === 'phone' ? TOLD_WAYS : TOLD_LONG)];
  const [way, write] = ways[(round + (at % KINDS.length)) % ways.length] ?? WAYS[0]!;
  return { text: chance.pick(FRAMES[kind]).replace('{}', write(NUMBERS[kind](chance), chance)), kind, way };
}

/** Texts with something that may stand in no text. */
export const TRACED_TEXTS: readonly TracedText[] = Array.from({ length: TRACED }, (_, at) => tracedText(at));

/** Fills the places of a frame: {d} a digit, {n} a number below a hundred, {h} a time, {p} a price, {r} a room of three digits. */
function filled(frame: string, chance: Chance): string {
  const values: Readonly<Record<string, () => string>> = {
    d: () => String(1 + chance.below(9)),
    n: () => String(10 + chance.below(89)),
    h: () => `${8 + chance.below(12)}:${chance.pick(['00', '15', '30'])}`,
    p: () => String(chance.below(900) + 5),
    r: () => `${1 + chance.below(5)}${two(1 + chance.below(12))}`,
    l: () => `0632-${3 + chance.below(5)}${drawn(chance, 6)}`,
  };
  return frame.replace(/\{(\w)\}/g, (whole, name: string) => values[name]?.() ?? whole);
}

const OPENERS = ['', '各位邻居：', '请问，', '提醒一下，', '公告：', '转告大家，'];

/** Texts in which nothing is anybody's, though they are full of numbers. */
export const INNOCENT_TEXTS: readonly string[] = Array.from({ length: INNOCENT }, (_, at) => {
  const frame = INNOCENT_FRAMES[at % INNOCENT_FRAMES.length] ?? '';
  const opener = OPENERS[Math.floor(at / INNOCENT_FRAMES.length)] ?? '';
  return opener + filled(frame, chanceOf('innocent', String(at)));
});
