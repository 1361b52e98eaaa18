/** What can be had, the newest first. */
import type { PublicGift } from '@domain/contract/gift';
import { CONDITION_WORDS } from '@domain/gift/gift';
import { GIFT_WORDS } from '../../../../messages/gift';
import { CONTENT, type FaceView } from '../../../../services/staff-page';

interface Row {
  key: string;
  title: string;
  detail: string;
}

export interface GiftsView extends FaceView {
  rows: readonly Row[];
  hasMore: boolean;
}

export const NO_GIFTS: GiftsView = { ...CONTENT, rows: [], hasMore: false };

/** How it is, where it is fetched, and whether there is something to look at. */
export function giftDetail({ condition, community, pictures }: PublicGift): string {
  const seen = pictures === 0 ? [] : [GIFT_WORDS.pictures(pictures)];
  return [CONDITION_WORDS[condition], GIFT_WORDS.where(community), ...seen].join(' · ');
}

export function viewGifts(gifts: readonly PublicGift[], next: string | undefined): GiftsView {
  if (gifts.length === 0) {
    const { empty, emptyDetail, offer } = GIFT_WORDS;
    return { ...NO_GIFTS, face: 'empty', sentence: empty, detail: emptyDetail, action: offer };
  }
  const rows = gifts.map((gift) => ({ key: gift.id, title: gift.title, detail: giftDetail(gift) }));
  return { ...NO_GIFTS, rows, hasMore: next !== undefined };
}
