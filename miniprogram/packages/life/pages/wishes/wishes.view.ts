/** The board: who has waited longest on top. */
import type { PublicWish, ThanksLine } from '@domain/contract/wish-views';
import { dayWords, type Day } from '@domain/kernel/day';
import { THANKS_WORDS, WISH_KIND_WORDS } from '@domain/wish/wish';
import { isClosedWish } from '@domain/wish/wish-state';
import { WISH_WORDS } from '../../../../messages/wish';
import { CONTENT_FACE, emptyFace, type WishFace } from '../../services/wish-face';

const FEW = 5;

interface Row {
  key: string;
  text: string;
  detail: string;
  story: string;
}

export interface WishesView extends WishFace {
  rows: readonly Row[];
  hasMore: boolean;
  /** A handful of wishes needs no sorting out. */
  mayFilter: boolean;
}

export interface Tile {
  value: string;
  label: string;
}

/** The compounds to choose from, with those of these that were not among them. */
export function withCompounds(
  known: readonly Tile[],
  named: readonly Pick<PublicWish, 'compoundId' | 'compound'>[],
): Tile[] {
  const found = named.map(({ compoundId, compound }) => ({ value: compoundId, label: compound }));
  return [...new Map([...known, ...found].map((tile) => [tile.value, tile])).values()];
}

/** By when it is hoped for, while it still is. */
/** The hoped-for day stands as long as it can be kept. */
export function wishDetail(wish: PublicWish, today: Day): string {
  const { kind, compound, limitYuan, dueOn, state } = wish;
  const limit = limitYuan === undefined ? [] : [WISH_WORDS.atMost(limitYuan)];
  const until = isClosedWish(state) || dueOn < today ? [] : [WISH_WORDS.until(dayWords(dueOn))];
  return [WISH_KIND_WORDS[kind], compound, ...until, ...limit].join(' · ');
}

export function viewWishes(
  wishes: readonly PublicWish[],
  next: string | undefined,
  { isFiltered, today }: { readonly isFiltered: boolean; readonly today: Day },
): WishesView {
  const { empty, emptyDetail } = WISH_WORDS;
  return {
    ...(wishes.length > 0 ? CONTENT_FACE : emptyFace(empty, emptyDetail, '')),
    rows: wishes.map((wish) => ({
      key: wish.id,
      text: wish.text,
      detail: wishDetail(wish, today),
      story: wish.story ?? '',
    })),
    hasMore: next !== undefined,
    mayFilter: isFiltered || wishes.length > FEW,
  };
}

/** Nobody is ranked, and a line leads nowhere: whose wish it was is nobody's business. */
export function viewThanks(thanks: readonly ThanksLine[], next: string | undefined): WishesView {
  const { noThanks, noThanksDetail, thanksTo } = WISH_WORDS;
  return {
    ...(thanks.length > 0 || next !== undefined ? CONTENT_FACE : emptyFace(noThanks, noThanksDetail, '')),
    rows: thanks.map(({ id, name, thanks: words, kind, on }) => ({
      key: id,
      text: thanksTo(THANKS_WORDS[words], name),
      detail: [WISH_KIND_WORDS[kind], dayWords(on)].join(' · '),
      story: '',
    })),
    hasMore: next !== undefined,
    mayFilter: false,
  };
}
