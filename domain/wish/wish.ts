/** What a wish is made of, and the figures that bound it. Money is whole yuan, and none of it passes through the product. */
export const WISH_KINDS = ['goods', 'service', 'commonGood'] as const;
export type WishKind = (typeof WISH_KINDS)[number];

export const WISH_KIND_WORDS: Readonly<Record<WishKind, string>> = {
  goods: '物资帮扶',
  service: '便民服务',
  commonGood: '公益发展',
};

export const TEXT_LENGTH_MIN = 4;
export const TEXT_LENGTH_MAX = 60;

/** What one volunteer may be asked to spend; above it a team shares. */
export const ALONE_YUAN_MAX = 200;
export const LIMIT_YUAN_MAX = 1000;
export const DUE_DAYS_MAX = 60;
export const OPEN_CLAIMS_MAX = 3;

/** A wish has no planned end, so the days for which it was in hand stand for the plan: so much counts of each, and of all of them. */
const WISH_DAY_MINUTES = 240;
const WISH_MINUTES_MAX = 480;

/** Of the minutes that were said those that count; days in hand with the first and the last of them. */
export function wishMinutes(said: number, daysInHand: number): number {
  return Math.min(said, WISH_MINUTES_MAX, WISH_DAY_MINUTES * Math.max(1, daysInHand));
}

/** Days since the last act of whoever claimed: then they are reminded, and then the wish is free again. */
export const REMIND_AFTER_DAYS = 5;
export const LAPSE_AFTER_DAYS = 7;
/** Days after the end: how long the winner may still ring, and when the private part is erased. */
export const CONTACT_DAYS = 7;
export const ERASE_DAYS = 30;
/** Days for which a wish that came back waits for other words. */
export const RETURNED_DAYS = 60;
/** A first broken claim costs nothing; from the second on, no claim for a week. */
export const REST_DAYS = 7;

/** Why a volunteer gives a wish back: closed words, for they are shown to who made it. */
export const GIVE_BACK_REASONS = ['noTime', 'notReached', 'beyondMe', 'other'] as const;
export type GiveBackReason = (typeof GIVE_BACK_REASONS)[number];
export const GIVE_BACK_WORDS: Readonly<Record<GiveBackReason, string>> = {
  noTime: '时间凑不上',
  notReached: '联系不上',
  beyondMe: '办不了这个',
  other: '家里有事',
};

/** Closed words of thanks, so that nothing needs a check before it is read. */
export const THANKS = ['thankYou', 'greatHelp', 'comeAgain'] as const;
export type Thanks = (typeof THANKS)[number];
export const THANKS_WORDS: Readonly<Record<Thanks, string>> = {
  thankYou: '谢谢您',
  greatHelp: '帮了大忙，心里暖和',
  comeAgain: '东西很合用，有空来坐坐',
};

/** Whom the office may ring: who wants it or wrote it down for somebody, and who has it in hand. */
export const WISH_SIDES = ['wisher', 'claimant'] as const;
export type WishSide = (typeof WISH_SIDES)[number];

/** With whom the first delivery is made. Somebody living alone is never visited by a stranger alone (D51). */
export const ESCORTS = ['nobody', 'helper', 'staff', 'desk'] as const;
export type Escort = (typeof ESCORTS)[number];
export const ESCORT_WORDS: Readonly<Record<Escort, string>> = {
  nobody: '自己联系就行',
  helper: '第一次上门，请和替本人提的人一起去',
  staff: '第一次上门，请和社区的人一起去',
  desk: '东西送到社区服务台，由社区转交',
};

/** Nobody else made a wish for themselves who could come along. */
export function mayEscort(
  escort: Escort,
  { isAlone, isHelped }: { readonly isAlone: boolean; readonly isHelped: boolean },
): boolean {
  if (escort === 'helper') return isHelped;
  return escort !== 'nobody' || !isAlone;
}

export interface Share {
  readonly userId: string;
  readonly yuan: number;
}

/** What is wrong with the shares of a team; undefined where nothing is. They make up the limit, each within what one may give. */
export function sharesProblem(
  shares: readonly Share[],
  { limitYuan, members }: { readonly limitYuan: number; readonly members: readonly string[] },
): string | undefined {
  const users = new Set(shares.map(({ userId }) => userId));
  if (users.size !== shares.length || shares.some(({ userId }) => !members.includes(userId))) {
    return '分摊的人要都在队里，一人一份';
  }
  if (shares.some(({ yuan }) => yuan > ALONE_YUAN_MAX)) return `一个人最多出 ${ALONE_YUAN_MAX} 元`;
  const sum = shares.reduce((total, { yuan }) => total + yuan, 0);
  return sum === limitYuan ? undefined : `几份加起来要正好 ${limitYuan} 元`;
}

/** Whole median; undefined of nothing. */
export function medianOf(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((left, right) => left - right);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return Math.round((lower + upper) / 2);
}
