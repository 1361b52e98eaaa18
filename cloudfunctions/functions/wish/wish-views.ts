/** A wish as the public, its own people and the office may see it. */
import type { DeskWish, OwnWish, PublicWish } from '@domain/contract/wish-views';
import { dayOf } from '@domain/kernel/day';
import { ALONE_YUAN_MAX } from '@domain/wish/wish';
import { isClosedWish, isInHand } from '@domain/wish/wish-state';
import { openWishCode, openWishReason, openWishText } from '../../records/sealed-wish';
import { TRIES_MAX } from '../../records/spoken-code';
import type { WishDocument } from '../../repositories/documents';
import type { Keyring } from '../../vault/keys';
import { openProposal } from './proposal';

/** Released words, kind, compound, days: all that everybody may read. */
export function viewPublic(wish: WishDocument): PublicWish {
  const { _id, text, kind, compoundId, compound, state, publishedAt, dueOn, limitYuan, story } = wish;
  const isShown = story !== undefined && story.text !== '' && story.allowedOn !== '';
  return {
    id: _id,
    text,
    kind: kind === '' ? 'service' : kind,
    compoundId,
    compound,
    state,
    publishedOn: dayOf(publishedAt),
    dueOn,
    ...(limitYuan === 0 ? {} : { limitYuan }),
    needsTeam: limitYuan > ALONE_YUAN_MAX,
    ...(isShown ? { story: story.text } : {}),
  };
}

interface Viewer {
  readonly keyring: Keyring;
  readonly userId: string;
}

function storyState({ story }: WishDocument): OwnWish['story'] {
  if (story === undefined) return 'none';
  if (story.allowedOn === '') return 'asked';
  return story.text === '' ? 'waiting' : 'shown';
}

/** The code is for who made the wish, while there is something to confirm. */
function codeFor({ keyring, userId }: Viewer, wish: WishDocument): Pick<OwnWish, 'code'> {
  const isOpen = wish.madeBy === userId && (wish.state === 'published' || isInHand(wish.state));
  return isOpen ? { code: openWishCode(keyring, wish) } : {};
}

/** No fourth code is heard. */
function isCodeLocked({ state, codeTries }: WishDocument): boolean {
  return state === 'done' && codeTries >= TRIES_MAX;
}

/** Its maker reads what they wrote; whoever claimed it, what was released and is not taken down. */
function wordsFor({ keyring, userId }: Viewer, wish: WishDocument): string {
  return wish.madeBy === userId ? openWishText(keyring, wish) : wish.text;
}

/** What the community said when it sent the wish back, and the other side when nothing came. */
function saidOf({ keyring }: Viewer, wish: WishDocument): Pick<OwnWish, 'reason' | 'isNotReceived'> {
  const reason = wish.state === 'returned' ? openWishReason(keyring, wish) : undefined;
  const isNotReceived = wish.desk === 'notReceived' && isInHand(wish.state);
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(isNotReceived ? { isNotReceived } : {}),
  };
}

export function viewOwn(viewer: Viewer, wish: WishDocument): OwnWish {
  const { _id, version, state, kind, compound, dueOn, limitYuan, minutes, thanks } = wish;
  return {
    id: _id,
    version,
    text: wordsFor(viewer, wish),
    state,
    ...(kind === '' ? {} : { kind }),
    compound,
    madeOn: dayOf(wish.at),
    ...(dueOn === '' ? {} : { dueOn }),
    ...(limitYuan === 0 ? {} : { limitYuan }),
    ...codeFor(viewer, wish),
    isMine: !wish.isHelped && wish.madeBy === viewer.userId,
    ...saidOf(viewer, wish),
    ...(isCodeLocked(wish) ? { isCodeLocked: true } : {}),
    looks: [...wish.looks],
    rounds: wish.rounds.map(({ on, how, reason: word }) => ({ on, how, reason: word })),
    ...(minutes === undefined ? {} : { minutes }),
    ...(thanks === undefined ? {} : { thanks }),
    hasContact: wish.sealedContact !== undefined && !isOver(wish),
    story: storyState(wish),
  };
}

function isOver({ state }: WishDocument): boolean {
  return isClosedWish(state) && state !== 'confirmed';
}

interface DeskViewer extends Viewer {
  readonly now: number;
}

export function viewDesk({ keyring, userId, now }: DeskViewer, wish: WishDocument): DeskWish {
  const { _id, version, desk, state, compound, deskAt, isMoney, barred, dueOn, lastActOn } = wish;
  const proposal = openProposal(wish, now);
  const act = isInHand(state) && lastActOn !== '' ? { actOn: lastActOn } : {};
  return {
    id: _id,
    version,
    reason: desk,
    state,
    text: openWishText(keyring, wish),
    compound,
    on: dayOf(deskAt),
    ...(dueOn === '' ? {} : { dueOn }),
    ...act,
    isMoney,
    isCodeLocked: isCodeLocked(wish),
    mayAgree: proposal !== undefined && proposal.by !== userId,
    isOwn: barred.includes(userId),
  };
}
