/** Own wishes: what one made and what one has claimed, each with what comes next. */
import type { OwnWish } from '@domain/contract/wish-views';
import { THANKS_WORDS } from '@domain/wish/wish';
import { isClosedWish, isInHand } from '@domain/wish/wish-state';
import { headOfWish, OWN_WISH_WORDS, WISH_STANDS } from '../../../../messages/wish';
import { CONTENT_FACE, emptyFace, type WishFace } from '../../services/wish-face';

/** A wish with the seat in which it is this person's. */
export interface HeldWish extends OwnWish {
  readonly seatId: string;
  readonly isClaimed: boolean;
}

interface Card {
  id: string;
  text: string;
  state: string;
  /** What the beneficiary says to the volunteer; '' where there is none. */
  code: string;
  codeWords: string;
  notes: readonly string[];
  mayContact: boolean;
  /** The first thing to do is to ring. */
  isFresh: boolean;
  mayReport: boolean;
  mayCode: boolean;
  isLocked: boolean;
  mayConfirm: boolean;
  mayResend: boolean;
  mayWithdraw: boolean;
  /** Somebody is at work for it who may do wrong. */
  mayAccuse: boolean;
  mayTell: boolean;
  mayAllow: boolean;
}

export interface OwnWishesView extends WishFace {
  cards: readonly Card[];
}

/** Of the thanks and the time whoever claimed it is told; whoever said them knows whose words they are. */
function claimantNotes({ isNotReceived, isCodeLocked, state, minutes, thanks }: HeldWish): string[] {
  const { missed, granted, counted, thanksOf, locked } = OWN_WISH_WORDS;
  const isDone = state === 'done' && minutes !== undefined;
  const isMet = state === 'confirmed' && minutes !== undefined;
  return [
    isNotReceived === true ? missed.claimant : '',
    isCodeLocked === true ? locked : isDone ? granted.claimant(minutes) : '',
    isMet ? counted(minutes) : '',
    thanks === undefined ? '' : thanksOf(THANKS_WORDS[thanks]),
  ];
}

function makerNotes(wish: HeldWish): string[] {
  const { isNotReceived, isCodeLocked, state, minutes, looks, thanks, isMine, story } = wish;
  const { missed, granted, paper, lockedForOther } = OWN_WISH_WORDS;
  return [
    isNotReceived === true ? missed.maker : '',
    isCodeLocked === true && !isMine ? lockedForOther : '',
    state === 'done' && minutes !== undefined ? granted.maker(minutes) : '',
    looks.length === 0 ? '' : OWN_WISH_WORDS.looks(looks.length),
    thanks === undefined ? '' : THANKS_WORDS[thanks],
    story === 'asked' && !isMine ? paper : '',
  ];
}

function notesOf(wish: HeldWish): string[] {
  const { isClaimed, reason, rounds, storyText } = wish;
  return [
    reason === undefined ? '' : OWN_WISH_WORDS.returned(reason),
    ...(isClaimed ? claimantNotes(wish) : makerNotes(wish)),
    rounds.length === 0 ? '' : OWN_WISH_WORDS.rounds(rounds.length),
    storyText === undefined ? '' : OWN_WISH_WORDS.asked(storyText),
  ].filter((line) => line !== '');
}

/** What whoever claimed it may do next. */
function claimantSteps({ state, hasContact, isCodeLocked = false }: HeldWish) {
  const isWorking = state === 'claimed' || state === 'underway';
  return {
    mayContact: hasContact,
    isFresh: hasContact && state === 'claimed',
    mayReport: isWorking,
    mayCode: state === 'done' && !isCodeLocked,
    isLocked: isCodeLocked,
  };
}

/** What whoever made it may do next. */
function makerSteps({ state, isMine, story }: HeldWish) {
  return {
    mayConfirm: isMine && state === 'done',
    mayResend: state === 'returned',
    mayWithdraw: !isClosedWish(state),
    mayAccuse: isInHand(state),
    mayAllow: isMine && story === 'asked',
  };
}

const NO_STEPS = {
  ...{ mayContact: false, isFresh: false, mayReport: false, mayCode: false, isLocked: false },
  ...{ mayConfirm: false, mayResend: false, mayWithdraw: false, mayAccuse: false, mayAllow: false },
};

function standOf({ isClaimed, isMine }: HeldWish): keyof typeof WISH_STANDS {
  if (isClaimed) return 'claimant';
  return isMine ? 'maker' : 'helper';
}

function viewCard(wish: HeldWish): Card {
  const { id, state, isClaimed, isMine, story } = wish;
  return {
    id,
    text: headOfWish(wish),
    state: WISH_STANDS[standOf(wish)][state],
    // One that opens nothing any more is not said to anybody.
    code: wish.isCodeLocked === true ? '' : (wish.code ?? ''),
    codeWords: OWN_WISH_WORDS[isMine ? 'code' : 'codeOfOther'],
    notes: notesOf(wish),
    ...NO_STEPS,
    ...(isClaimed ? claimantSteps(wish) : makerSteps(wish)),
    mayTell: state === 'confirmed' && story === 'none' && (isClaimed || isMine),
  };
}

export function viewOwnWishes(wishes: readonly HeldWish[]): OwnWishesView {
  const { empty, emptyDetail, toBoard } = OWN_WISH_WORDS;
  const face = wishes.length > 0 ? CONTENT_FACE : emptyFace(empty, emptyDetail, toBoard);
  return { ...face, cards: wishes.map(viewCard) };
}
