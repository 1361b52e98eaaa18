/**
 * What of a building's count may go into a group chat: two figures, or none. Of the last doors no number is said, because
 * everybody in the group could count who is meant (D51).
 */
import { plateWords } from '../area/plate';
import { handedIn } from '../census/coverage';
import type { DoorCounts, Plate } from '../census/door';

/** With so many doors left or fewer, words stand in place of numbers. */
export const LAST_DOORS = 3;

/** open: two figures · almost: 快齐了 and no figure · all: every door has answered. */
export const CARD_STATES = ['open', 'almost', 'all'] as const;
export type CardState = (typeof CARD_STATES)[number];

export interface CardCounts {
  readonly state: CardState;
  /** 已交 of 应采: confirmed or not. Absent where a number would point at the last doors. */
  readonly counts?: { readonly handedIn: number; readonly due: number } | undefined;
}

/** A building as its card shows it. */
export interface ShareCard extends CardCounts {
  readonly plate: Plate;
}

export function cardCountsOf(counts: Pick<DoorCounts, 'due' | 'done' | 'waiting'>): CardCounts {
  const done = handedIn(counts);
  const left = counts.due - done;
  if (left > LAST_DOORS || counts.due === 0) {
    return { state: 'open', counts: { handedIn: done, due: counts.due } };
  }
  return left > 0 ? { state: 'almost' } : { state: 'all', counts: { handedIn: done, due: counts.due } };
}

/** The title of the card in the chat. */
export function cardTitle({ plate, state, counts }: ShareCard): string {
  if (state === 'all') return `${plate.line} 全部登记完成，谢谢大家`;
  if (counts === undefined) return `${plate.line} 登记快齐了，约 1 分钟`;
  return `${plate.line} 登记进度 ${counts.handedIn}/${counts.due}`;
}

/** The polite text for the chat: counts, no door and no name. */
export function reminderText({ plate, state, counts }: ShareCard): string {
  const place = plateWords(plate);
  if (state === 'all') return `各位邻居，${place}全部登记完成了，谢谢大家！`;
  const progress = counts === undefined ? '登记快齐了' : `登记了 ${counts.handedIn}/${counts.due} 户`;
  return `各位邻居好，${place}${progress}。还没填的邻居，有空点上面的卡片填一下，约 1 分钟，不要身份证。填过的不用再填，谢谢大家！`;
}
