/** One thing: what it is, how it is, and what whoever looks may do. */
import type { giftContract } from '@domain/contract/gift';
import { GIFT_STATE_WORDS } from '@domain/gift/gift-state';
import type { ProcedureOutput } from '@domain/kernel/contract';
import { dayWords } from '@domain/kernel/day';
import { GIFT_WORDS, MY_GIFT_WORDS } from '../../../../messages/gift';
import type { ProblemReport } from '@domain/kernel/problem';
import { CONTENT, faceOf, type FaceView } from '../../../../services/staff-page';
import type { WayHome } from '../../../../services/way-home';
import { giftDetail } from '../gifts/gifts.view';
import type { Side } from '../my-gifts/my-gifts.view';

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
  /** On which side of the own things what comes next stands; '' for what is somebody else's. */
  side: Side | '';
  note: string;
}

const NO_GIFT: GiftView = {
  ...CONTENT,
  ...{ title: '', words: '', facts: '', state: '' },
  ...{ pictures: [], mayRequest: false, way: null, mayReport: false, side: '', note: '' },
};

/** What is gone from the shelf is nobody's mistake. */
export function lostGift(problem: Pick<ProblemReport, 'code' | 'details'>): GiftView {
  const { lost, lostDetail, toShelf } = GIFT_WORDS;
  if (problem.code !== 'NOT_FOUND') return { ...NO_GIFT, ...faceOf(problem) };
  return { ...NO_GIFT, face: 'empty', sentence: lost, detail: lostDetail, action: toShelf };
}

const SIDES = { no: '', given: 'given', held: 'taken' } as const;

/** What whoever looks has to know next. */
function noteOf({ state, mine, held }: Shown, hint: string): string {
  if (held !== undefined) {
    const { fetch, coming } = MY_GIFT_WORDS;
    return (held.isStored ? fetch : coming)(dayWords(held.until));
  }
  if (mine === 'given') return GIFT_WORDS.own;
  return state === 'shown' ? hint : GIFT_WORDS.taken;
}

/** What is on the shelf is asked for from a home; anybody else is shown the way to one. */
export function viewGift(gift: Shown, way: WayHome | null): GiftView {
  const { title, words, state, addresses, mine } = gift;
  const isFree = state === 'shown' && mine === 'no';
  const hasHome = way === null;
  return {
    ...NO_GIFT,
    title,
    words,
    facts: giftDetail(gift),
    state: mine === 'held' ? MY_GIFT_WORDS.yours : GIFT_STATE_WORDS[state],
    pictures: addresses,
    mayRequest: isFree && hasHome,
    way: isFree ? way : null,
    mayReport: hasHome && mine !== 'given',
    side: SIDES[mine],
    note: noteOf(gift, hasHome ? GIFT_WORDS.requestHint : way.sentence),
  };
}
