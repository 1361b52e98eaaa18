/** What waits for the desk, longest first, and one thing of it opened. */
import type { DeskGift, giftContract } from '@domain/contract/gift';
import { CONDITION_WORDS } from '@domain/gift/gift';
import type { ProcedureOutput } from '@domain/kernel/contract';
import { dayWords } from '@domain/kernel/day';
import { GIFT_DESK_WORDS } from '../../../../messages/gift-desk';
import { CONTENT, type FaceView } from '../../../../services/staff-page';

export type WholeGift = ProcedureOutput<(typeof giftContract)['readDesk']>;

interface Row {
  id: string;
  title: string;
  detail: string;
}

export interface GiftDeskView extends FaceView {
  rows: readonly Row[];
  hasMore: boolean;
}

export const NO_DESK: GiftDeskView = { ...CONTENT, rows: [], hasMore: false };

export function viewDesk(gifts: readonly DeskGift[], next: string | undefined): GiftDeskView {
  if (gifts.length === 0) {
    const { empty, emptyDetail } = GIFT_DESK_WORDS;
    return { ...NO_DESK, face: 'done', sentence: empty, detail: emptyDetail };
  }
  const rows = gifts.map(({ id, title, desk, condition, on }) => ({
    id,
    title,
    detail: [GIFT_DESK_WORDS.desks[desk], CONDITION_WORDS[condition], dayWords(on)].join(' · '),
  }));
  return { ...NO_DESK, rows, hasMore: next !== undefined };
}

export interface OpenedGift {
  id: string;
  lines: readonly string[];
  pictures: readonly { key: string; url: string }[];
  photos: readonly { value: string; label: string }[];
  mayReview: boolean;
  /** The one act of the desk; empty where there is none. */
  act: '' | 'takeIn' | 'handOver';
  actLabel: string;
  mayEnd: boolean;
}

/** What the desk does next with a thing that is on its way. */
function actOf({ desk }: WholeGift): Pick<OpenedGift, 'act' | 'actLabel'> {
  const { takeIn, handOver, giveBack } = GIFT_DESK_WORDS;
  if (desk === 'awaited') return { act: 'takeIn', actLabel: takeIn };
  if (desk === 'ready') return { act: 'handOver', actLabel: handOver };
  return desk === 'back' ? { act: 'handOver', actLabel: giveBack } : { act: '', actLabel: '' };
}

export function openedGift(whole: WholeGift): OpenedGift {
  const { id, words, desk, check, code, until, addresses, isOwn } = whole;
  const lines = [
    words,
    desk === 'review' ? GIFT_DESK_WORDS.checks[check] : '',
    desk === 'ready' && code !== undefined ? GIFT_DESK_WORDS.code(code) : '',
    until === undefined ? '' : GIFT_DESK_WORDS.until(dayWords(until)),
    isOwn ? GIFT_DESK_WORDS.own : '',
  ];
  return {
    id,
    lines: lines.filter((line) => line !== ''),
    pictures: addresses.map((url, at) => ({ key: String(at), url })),
    photos: addresses.map((_, at) => ({ value: String(at), label: GIFT_DESK_WORDS.photo(at + 1) })),
    mayReview: desk === 'review' && !isOwn,
    ...actOf(whole),
    mayEnd: desk !== 'back',
  };
}
