/** What the form holds, and what it says once it was handed in. */
import { CONDITION_WORDS, CONDITIONS, TITLE_LENGTH_MIN } from '@domain/gift/gift';
import { PICTURES_MAX } from '@domain/kernel/picture';
import { GIFT_NEW_WORDS } from '../../../../messages/gift';
import type { GiftDraft } from '../../services/gift-draft';
import type { WayHome } from '../../../../services/way-home';

export const CONDITION_TILES = CONDITIONS.map((value) => ({ value, label: CONDITION_WORDS[value] }));

export interface NewGiftView {
  step: 'write' | 'done' | 'waiting' | 'denied';
  title: string;
  words: string;
  condition: string;
  pictures: string;
  canAddPicture: boolean;
  sentence: string;
  detail: string;
  action: string;
  second: string;
}

type End = Pick<NewGiftView, 'step' | 'sentence' | 'detail' | 'action' | 'second'>;

function endOf({ pictures, sentId }: GiftDraft): End {
  const { sent: sentence, sentDetail, picturesLeft, retryPictures, leavePictures, toMine } = GIFT_NEW_WORDS;
  const step = sentId === '' ? 'write' : 'done';
  if (sentId !== '' && pictures.length > 0) {
    return { step, sentence, detail: picturesLeft, action: retryPictures, second: leavePictures };
  }
  return { step, sentence, detail: sentDetail, action: toMine, second: '' };
}

/** `way`: of who may not give here, the way on. */
export function viewNewGift(draft: GiftDraft, way?: WayHome): NewGiftView {
  const { title, words, condition, pictures } = draft;
  const lacking = way && {
    ...way,
    second: '',
    step: way.opId === '' ? ('denied' as const) : ('waiting' as const),
  };
  const { step, sentence, detail, action, second } = lacking ?? endOf(draft);
  return {
    step,
    title,
    words,
    condition,
    pictures: pictures.length === 0 ? '' : GIFT_NEW_WORDS.pictures(pictures.length),
    canAddPicture: pictures.length < PICTURES_MAX,
    sentence,
    detail,
    action,
    second,
  };
}

/** What is missing; empty where it may be handed in. */
export function missingOf({ title, condition }: GiftDraft): string {
  if (title.trim().length < TITLE_LENGTH_MIN) return GIFT_NEW_WORDS.wrongTitle;
  return condition === '' ? GIFT_NEW_WORDS.wrongCondition : '';
}
