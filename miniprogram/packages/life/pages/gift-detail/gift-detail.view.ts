/** One thing: what it is, how it is, and what whoever looks may do. */
import type { giftContract } from '@domain/contract/gift';
import { GIFT_STATE_WORDS } from '@domain/gift/gift-state';
import type { ProcedureOutput } from '@domain/kernel/contract';
import { GIFT_WORDS } from '../../../../messages/gift';
import type { ProblemReport } from '@domain/kernel/problem';
import { CONTENT, faceOf, type FaceView } from '../../../../services/staff-page';
import type { WayHome } from '../../../../services/way-home';
import { giftDetail } from '../gifts/gifts.view';

type Shown = ProcedureOutput<(typeof giftContract)['readShown']>;

export interface GiftView extends FaceView {
  title: string;
  words: string;
  facts: string;
  state: string;
  pictures: readonly string[];
  mayRequest: boolean;
  way: WayHome | null;
  mayReport: boolean;
  note: string;
}

const NO_GIFT: GiftView = {
  ...CONTENT,
  ...{ title: '', words: '', facts: '', state: '' },
  ...{ pictures: [], mayRequest: false, way: null, mayReport: false, note: '' },
};

/** What is gone from the shelf is nobody's mistake. */
export function lostGift(problem: Pick<ProblemReport, 'code' | 'details'>): GiftView {
  const { lost, lostDetail, toShelf } = GIFT_WORDS;
  if (problem.code !== 'NOT_FOUND') return { ...NO_GIFT, ...faceOf(problem) };
  return { ...NO_GIFT, face: 'empty', sentence: lost, detail: lostDetail, action: toShelf };
}

/** What is on the shelf is asked for from a home; anybody else is shown the way to one. */
export function viewGift(gift: Shown, way: WayHome | null): GiftView {
  const { title, words, state, addresses } = gift;
  const isFree = state === 'shown';
  const hasHome = way === null;
  const hint = hasHome ? GIFT_WORDS.requestHint : way.sentence;
  return {
    ...NO_GIFT,
    title,
    words,
    facts: giftDetail(gift),
    state: GIFT_STATE_WORDS[state],
    pictures: addresses,
    mayRequest: isFree && hasHome,
    way: isFree ? way : null,
    mayReport: hasHome,
    note: isFree ? hint : GIFT_WORDS.taken,
  };
}
