/** What one gave and what one asked for, each with what comes next. */
import type { OwnGift } from '@domain/contract/gift';
import { isClosedGift, GIFT_STATE_WORDS } from '@domain/gift/gift-state';
import { dayWords } from '@domain/kernel/day';
import { MY_GIFT_WORDS } from '../../../../messages/gift';
import { CONTENT, type FaceView } from '../../../../services/staff-page';

export type Side = 'given' | 'taken';

interface Card {
  id: string;
  title: string;
  state: string;
  notes: readonly string[];
  mayResend: boolean;
  /** Its giver takes it back, or who asked for it gives it up. */
  mayEnd: boolean;
  /** It lies at the desk for who asked for it. */
  mayFetch: boolean;
}

export interface MyGiftsView extends FaceView {
  cards: readonly Card[];
  hasMore: boolean;
}

export const NO_CARDS: MyGiftsView = { ...CONTENT, cards: [], hasMore: false };

/** Where the thing is, and by when somebody has to move. */
function wayOf({ state, isStored, until }: OwnGift, side: Side): string {
  const { bring, coming, fetch, stored, back } = MY_GIFT_WORDS;
  if (side === 'taken') return until === undefined ? '' : (isStored ? fetch : coming)(dayWords(until));
  if (until !== undefined) return isStored ? stored : bring(dayWords(until));
  if (!isStored) return '';
  return isClosedGift(state) ? back : stored;
}

function viewCard(gift: OwnGift, side: Side): Card {
  const { id, title, state, code, reason } = gift;
  const isGiver = side === 'given';
  const notes = [
    wayOf(gift, side),
    code === undefined ? '' : MY_GIFT_WORDS.code(code),
    reason === undefined ? '' : MY_GIFT_WORDS.returned(reason),
  ];
  return {
    id,
    title: title === '' ? MY_GIFT_WORDS.gone : title,
    state: !isGiver && state === 'reserved' ? MY_GIFT_WORDS.yours : GIFT_STATE_WORDS[state],
    notes: notes.filter((note) => note !== ''),
    mayResend: isGiver && state === 'returned',
    mayFetch: !isGiver && state === 'reserved' && gift.isStored,
    mayEnd: isGiver ? !isClosedGift(state) : state === 'reserved',
  };
}

export interface MyGifts {
  readonly side: Side;
  readonly gifts: readonly OwnGift[];
  readonly next: string | undefined;
}

export function viewMyGifts({ side, gifts, next }: MyGifts): MyGiftsView {
  if (gifts.length === 0) {
    const { empty, emptyDetail, toShelf } = MY_GIFT_WORDS;
    return { ...NO_CARDS, face: 'empty', sentence: empty, detail: emptyDetail, action: toShelf };
  }
  return { ...NO_CARDS, cards: gifts.map((gift) => viewCard(gift, side)), hasMore: next !== undefined };
}
