/** Wishes that wait for the community, and one of them opened. */
import type { DeskShow, DeskWish, WholeWish } from '@domain/contract/wish-views';
import { dayWords } from '@domain/kernel/day';
import { DUE_DAYS_MAX, ESCORT_WORDS, ESCORTS, mayEscort, WISH_SIDES, type WishSide } from '@domain/wish/wish';
import { isInHand, nextWishState, WISH_STATE_WORDS } from '@domain/wish/wish-state';
import { WISH_REVIEW_WORDS } from '../../../../messages/wish-review';
import { CONTENT, type FaceView } from '../../../../services/staff-page';

interface Row {
  id: string;
  text: string;
  /** For the ear; `facts` are the same, each of which stays on one line. */
  detail: string;
  facts: readonly string[];
  warning: string;
}

export interface WishReviewView extends FaceView {
  rows: readonly Row[];
  hasMore: boolean;
}

export const NO_WISHES: WishReviewView = { ...CONTENT, rows: [], hasMore: false };

function viewRow(wish: DeskWish): Row {
  const { id, text, reason, state, compound, on, dueOn, actOn } = wish;
  const stands = reason === '' ? WISH_STATE_WORDS[state] : WISH_REVIEW_WORDS.reasons[reason];
  const { until, lastAct } = WISH_REVIEW_WORDS;
  // What waits says since when; what hangs there or is in hand, by when, and whether anybody stirs.
  const due = dueOn === undefined ? [] : [until(dayWords(dueOn))];
  const act = actOn === undefined ? [] : [lastAct(dayWords(actOn))];
  const days = reason === '' ? [...due, ...act] : [dayWords(on)];
  const facts = [stands, compound, ...days];
  return { id, text, detail: facts.join('，'), facts, warning: warningOf(wish) };
}

function warningOf({ isMoney, isCodeLocked }: DeskWish): string {
  const { money, locked } = WISH_REVIEW_WORDS;
  return isCodeLocked ? locked : isMoney ? money : '';
}

export function viewReview(
  wishes: readonly DeskWish[],
  next: string | undefined,
  show: DeskShow = 'waiting',
): WishReviewView {
  if (wishes.length > 0) {
    return { ...NO_WISHES, rows: wishes.map(viewRow), hasMore: next !== undefined };
  }
  return { ...NO_WISHES, face: 'done', ...WISH_REVIEW_WORDS.none[show] };
}

/** What is asked before it may be let out, and with whom the first delivery is made: never a stranger alone with somebody alone. */
export function formOf({ isMoney, isAlone, isHelped }: WholeWish) {
  const { needSeen, agreed, notMoney } = WISH_REVIEW_WORDS;
  const checks = { needSeen, agreed, ...(isMoney ? { notMoney } : {}) };
  return {
    checks: Object.entries(checks).map(([value, label]) => ({ value, label })),
    escorts: ESCORTS.filter((escort) => mayEscort(escort, { isAlone, isHelped })).map((value) => ({
      value,
      label: ESCORT_WORDS[value],
    })),
    escort: isAlone ? 'staff' : 'nobody',
  };
}

/** What is missing before it may be let out, each in words at its place. */
export function gapsOf(checked: readonly string[], days: string) {
  const { askFirst, daysWrong } = WISH_REVIEW_WORDS;
  const isAsked = ['needSeen', 'agreed'].every((check) => checked.includes(check));
  const isInDays = /^\d+$/.test(days) && Number(days) >= 1 && Number(days) <= DUE_DAYS_MAX;
  return { checks: isAsked ? '' : askFirst, days: isInDays ? '' : daysWrong(DUE_DAYS_MAX) };
}

/** One proposes, another one agrees; whoever proposed waits. */
function closeOf({ closingReason, mayAgree }: Pick<WholeWish, 'closingReason' | 'mayAgree'>): string {
  const { close, agree } = WISH_REVIEW_WORDS;
  if (closingReason === undefined) return close;
  return mayAgree ? agree : '';
}

function proposedLine({ closingReason, mayAgree }: WholeWish): string {
  const { proposed, proposedOwn } = WISH_REVIEW_WORDS;
  return closingReason === undefined ? '' : (mayAgree ? proposed : proposedOwn)(closingReason);
}

/** What the office may do with a wish as it stands. */
export function stepsOf(whole: Pick<WholeWish, 'state' | 'check' | 'closingReason' | 'mayAgree'>) {
  const { state, check } = whole;
  const { reasonFor } = WISH_REVIEW_WORDS;
  // Words that the machine reads are judged by nobody yet; the wish itself may be ended.
  const mayReturn = state === 'review' && check !== 'due';
  return {
    reason: reasonFor[mayReturn ? 'review' : state === 'done' ? state : 'other'],
    close: state === 'done' ? closeOf(whole) : '',
    mayReturn,
    mayBack: nextWishState(state, 'giveBack') !== undefined,
    mayExtend: state === 'published' || isInHand(state),
    mayEnd: nextWishState(state, 'end') !== undefined,
  };
}

export interface SideButton {
  side: WishSide;
  label: string;
  call: string;
}

/** Whom the office may ring: as long as the contact is kept, and nobody of the own home. */
export function sidesOf({ phone, claimant, isOwn }: WholeWish): SideButton[] {
  if (isOwn || phone === '') return [];
  const { sides, call } = WISH_REVIEW_WORDS;
  return WISH_SIDES.filter((side) => side === 'wisher' || claimant !== '').map((side) => ({
    side,
    label: sides[side],
    call: call[side],
  }));
}

/** What a person needs to ask the beneficiary, in lines. */
export function linesOf(whole: WholeWish): string[] {
  const { state, plate, name, phone, note, isAlone, check, isOwn, claimant, minutes } = whole;
  const machine = WISH_REVIEW_WORDS.checks[check as keyof typeof WISH_REVIEW_WORDS.checks];
  return [
    `${WISH_STATE_WORDS[state]} · ${machine}`,
    `${plate.compound} ${plate.line}`,
    [name, phone].join(' '),
    note,
    claimant === '' ? '' : WISH_REVIEW_WORDS.claimant(claimant),
    minutes === undefined || state !== 'done' ? '' : WISH_REVIEW_WORDS.minutes(minutes),
    proposedLine(whole),
    isAlone ? WISH_REVIEW_WORDS.alone : '',
    isOwn ? WISH_REVIEW_WORDS.own : '',
  ].filter((line) => line.trim() !== '');
}
