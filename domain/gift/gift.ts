/** What is given away: things that still serve, for nothing. No price, no points, and nobody learns who gave to whom. */
export const CONDITIONS = ['new', 'good', 'worn'] as const;
export type Condition = (typeof CONDITIONS)[number];

export const CONDITION_WORDS: Readonly<Record<Condition, string>> = {
  new: '没用过',
  good: '很好用',
  worn: '旧但能用',
};

export const TITLE_LENGTH_MIN = 2;
export const TITLE_LENGTH_MAX = 20;
export const WORDS_LENGTH_MAX = 200;

/** Things that one person has reserved at once. */
export const HOLDS_MAX = 2;

/** Days until who has to bring or fetch a reserved thing is reminded, and until it is free again where nobody did. */
export const REMIND_DAYS = 5;
export const HELD_DAYS = 7;
/** Days until one that nobody wants leaves the shelf. */
export const SHOWN_DAYS = 60;
/** Days after the end until nothing of it is left. */
export const ERASE_DAYS = 30;

/** Blanks and marks between the characters hide nothing. */
const BETWEEN = /[\s·.。,，、；;：:*_~-]/g;

/** A sum, or words of buying and selling. What a thing once cost is not said either. */
const PRICE =
  /[¥￥$]|\d(?:元|块|rmb)|[一二两三四五六七八九十百千万几]+(?:元|块钱)|出售|转让|低价|半价|原价|底价|卖|售价|价格|议价|付款|收款|转账|红包|积分|换购|押金/i;

/** True where the words name a price or ask for one: the shelf gives, and sells nothing. */
export function namesPrice(text: string): boolean {
  return PRICE.test(text.replace(BETWEEN, ''));
}
