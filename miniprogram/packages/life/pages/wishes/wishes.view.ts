/** The board: who has waited longest on top. */
import type { PublicWish } from '@domain/contract/wish-views';
import { dayWords } from '@domain/kernel/day';
import { WISH_KIND_WORDS } from '@domain/wish/wish';
import { WISH_WORDS } from '../../../../messages/wish';
import { CONTENT_FACE, emptyFace, type WishFace } from '../../services/wish-face';

interface Row {
  key: string;
  text: string;
  detail: string;
  story: string;
}

export interface WishesView extends WishFace {
  rows: readonly Row[];
  hasMore: boolean;
}

export function wishDetail({ kind, compound, limitYuan, dueOn }: PublicWish): string {
  const limit = limitYuan === undefined ? [] : [WISH_WORDS.atMost(limitYuan)];
  return [WISH_KIND_WORDS[kind], compound, WISH_WORDS.until(dayWords(dueOn)), ...limit].join(' · ');
}

export function viewWishes(wishes: readonly PublicWish[], next: string | undefined): WishesView {
  const { empty, emptyDetail, again } = WISH_WORDS;
  return {
    ...(wishes.length > 0 ? CONTENT_FACE : emptyFace(empty, emptyDetail, again)),
    rows: wishes.map((wish) => ({
      key: wish.id,
      text: wish.text,
      detail: wishDetail(wish),
      story: wish.story ?? '',
    })),
    hasMore: next !== undefined,
  };
}
