/** Moves of a wish from one state to the next, and who hears of them. */
import { Problem } from '@domain/kernel/problem';
import { clockOfAct, clockOfEnd, clockOfMeeting, NO_CLOCK } from '@domain/wish/wish-clock';
import {
  isInHand,
  nextWishState,
  WISH_STATE_WORDS,
  type WishEvent,
  type WishState,
} from '@domain/wish/wish-state';
import type { ChangeContext, Place } from '../kernel/context';
import type { WishDocument, WishRound } from '../repositories/documents';
import { findWish } from '../repositories/wishes';
import { tell } from './messages';
import { machineOf, moverOf } from './moves';

/** Where a wish stands for the question who may: who made it, for whom it is, who has it. */
export function placeOfWish({
  streetId,
  communityId,
  madeBy,
  isHelped,
  claimedBy,
}: WishDocument): Place & { readonly madeBy: string } {
  return {
    streetId,
    communityId,
    madeBy,
    about: isHelped ? [] : [madeBy],
    ...(claimedBy === '' ? {} : { assignedTo: claimedBy }),
  };
}

/** Throws NOT_FOUND where there is no such wish, or none within the caller's reach. */
export async function reachedWish(
  context: Pick<ChangeContext, 'store' | 'permit'>,
  wishId: string,
  place: (wish: WishDocument) => Place = placeOfWish,
): Promise<WishDocument> {
  const wish = await findWish(context.store, wishId);
  if (wish === undefined) throw new Problem('NOT_FOUND');
  context.permit(place(wish));
  return wish;
}

/** What only the claimant may do: the wish is theirs as long as they have it. */
export function placeOfClaimant({ claimedBy }: WishDocument): Place {
  return claimedBy === '' ? {} : { madeBy: claimedBy, assignedTo: claimedBy };
}

/** What only the beneficiary may do. A helper who made the wish for somebody is not one. */
export function placeOfBeneficiary({ isHelped, madeBy }: WishDocument): Place {
  return isHelped ? {} : { about: [madeBy] };
}

export const { stateAfter, checkedState } = machineOf<WishState, WishEvent>({
  noun: '这个心愿',
  next: nextWishState,
  words: WISH_STATE_WORDS,
});

export const moveWish = moverOf<WishDocument>('wishes');

type Telling = Parameters<typeof tell>[0];

/** The wish as everybody reads it. */
export function wishPage(wishId: string): string {
  return `/packages/life/pages/wish-detail/wish-detail?id=${wishId}`;
}

/** Who brings a share has it not among the own wishes. */
export function pageFor({ _id, claimedBy, shares = [] }: WishDocument, userId: string): string {
  const isSharer = userId !== claimedBy && shares.some((share) => share.userId === userId);
  return isSharer ? wishPage(_id) : `/packages/life/pages/my-wishes/my-wishes?wish=${_id}`;
}

/** Sentences of wishes name the compound alone: the words of a wish may not have been released. */
export function tellOf(
  context: Telling,
  wish: WishDocument,
  { userId, note }: { readonly userId: string; readonly note: string },
): void {
  const values = { place: wish.compound, note };
  tell(context, { userId, kind: 'wishMoved', values, link: pageFor(wish, userId) });
}

/** The beneficiary, or the helper who stands for one without a phone. */
export function tellMaker(context: Telling, wish: WishDocument, note: string): void {
  tellOf(context, wish, { userId: wish.madeBy, note });
}

/** Everybody who has a part: the claimant, and the others of a team. */
export function helpersOf({ claimedBy, shares = [] }: WishDocument): readonly string[] {
  return [...new Set([claimedBy, ...shares.map(({ userId }) => userId)])].filter((userId) => userId !== '');
}

/** Whoever has it in hand, a whole team where one has. */
export function tellHelpers(context: Telling, wish: WishDocument, note: string): void {
  if (!isInHand(wish.state)) return;
  for (const userId of helpersOf(wish)) tellOf(context, wish, { userId, note });
}

/** Somebody has it from this day. */
export function claimedChange(
  wish: WishDocument,
  { by, today }: { readonly by: string; readonly today: string },
): Partial<WishDocument> {
  return {
    claimedBy: by,
    claimedOn: today,
    round: wish.round + 1,
    firstClaimOn: wish.firstClaimOn === '' ? today : wish.firstClaimOn,
    lastActOn: today,
    codeTries: 0,
    ...clockOfAct(today),
  };
}

/** The claimant has done something: silence begins anew. */
export function actChange(today: string): Pick<WishDocument, 'lastActOn' | 'step' | 'stepOn'> {
  return { lastActOn: today, ...clockOfAct(today) };
}

/** A round that came to nothing: it stays in the history, and the wish is on the board again where it stood. */
export function roundEndedChange(
  wish: WishDocument,
  { how, reason, on }: Pick<WishRound, 'how' | 'reason' | 'on'>,
): Partial<Record<keyof WishDocument, unknown>> {
  const { round, claimedBy, rounds } = wish;
  return {
    claimedBy: '',
    claimedOn: undefined,
    teamId: undefined,
    shares: undefined,
    minutes: undefined,
    rounds: [...rounds, { round, by: claimedBy, on, how, reason }],
    desk: '',
    ...NO_CLOCK,
  };
}

/** Met: the winner may ring for another week. */
export function metChange(today: string): Partial<Record<keyof WishDocument, unknown>> {
  return { closedOn: today, desk: '', closing: undefined, ...clockOfMeeting(today) };
}

/** Over without being met: nobody rings any more, and the released words are gone. */
export function overChange(today: string): Partial<Record<keyof WishDocument, unknown>> {
  return {
    closedOn: today,
    text: '',
    desk: '',
    closing: undefined,
    sealedContact: undefined,
    ...clockOfEnd(today),
  };
}
