/** A wish that is over without having been met. */
import type { ChangeContext } from '../kernel/context';
import type { WishDocument } from '../repositories/documents';
import { findContent, hideContent } from './contents';
import { freeHands } from './claims';
import { moveWish, overChange, stateAfter, tellClaimant, tellMaker, type Moved } from './wishes';

/** Nothing of the private part, and no sealed words, are left. */
export function erasedChange(): Partial<Record<keyof WishDocument, unknown>> {
  return {
    sealedContact: undefined,
    sealedPrivate: undefined,
    sealedReason: undefined,
    sealedText: '',
    sealedCode: '',
  };
}

/** Its words are shown nowhere any more. */
export async function hideWords(
  context: ChangeContext,
  { _id }: WishDocument,
  reason: string,
): Promise<void> {
  const content = await findContent(context.store, 'wish', _id);
  if (content !== undefined && content.state !== 'hidden') hideContent(context, content, reason);
}

/** Ended by the office: everybody concerned is told, nobody rings any more. */
export async function endWish(context: ChangeContext, wish: WishDocument, reason: string): Promise<Moved> {
  const state = stateAfter(wish, 'end');
  await freeHands(context, wish);
  tellClaimant(context, wish, '社区终止了这个心愿，不用再去，谢谢您。');
  tellMaker(context, wish, '社区终止了，想问原因可以打社区电话。');
  return moveWish(context, wish, { state, change: overChange(context.today), fields: ['end'], reason });
}
