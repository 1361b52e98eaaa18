/** What the form holds, and what it says once it was handed in. */
import { CONDITION_WORDS, CONDITIONS, TITLE_LENGTH_MIN } from '@domain/gift/gift';
import { PICTURES_MAX } from '@domain/kernel/picture';
import { GIFT_NEW_WORDS } from '../../../../messages/gift';
import type { GiftDraft } from '../../services/gift-draft';

export const CONDITION_TILES = CONDITIONS.map((value) => ({ value, label: CONDITION_WORDS[value] }));

export interface NewGiftView {
  step: 'write' | 'done' | 'noHome';
  title: string;
  words: string;
  condition: string;
  pictures: string;
  canAddPicture: boolean;
  sentence: string;
  detail: string;
  action: string;
}

export function viewNewGift(draft: GiftDraft, mayGive: boolean): NewGiftView {
  const { title, words, condition, pictures, sentId } = draft;
  const isLeft = sentId !== '' && pictures.length > 0;
  const { sent, sentDetail, picturesLeft, retryPictures, toMine, noHome, toRegister } = GIFT_NEW_WORDS;
  const written = sentId === '' ? 'write' : 'done';
  return {
    step: mayGive ? written : 'noHome',
    title,
    words,
    condition,
    pictures: pictures.length === 0 ? '' : GIFT_NEW_WORDS.pictures(pictures.length),
    canAddPicture: pictures.length < PICTURES_MAX,
    sentence: mayGive ? sent : noHome,
    detail: mayGive ? (isLeft ? picturesLeft : sentDetail) : '',
    action: mayGive ? (isLeft ? retryPictures : toMine) : toRegister,
  };
}

/** What is missing; empty where it may be handed in. */
export function missingOf({ title, condition }: GiftDraft): string {
  if (title.trim().length < TITLE_LENGTH_MIN) return GIFT_NEW_WORDS.wrongTitle;
  return condition === '' ? GIFT_NEW_WORDS.wrongCondition : '';
}
