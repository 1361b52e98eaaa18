/** A wish that is over without having been met. */
import type { WishState } from '@domain/wish/wish-state';
import type { ChangeContext } from '../kernel/context';
import type { WishDocument } from '../repositories/documents';
import { freeHands } from './claims';
import type { Moved } from './moves';
import { moveWish, overChange, stateAfter, tellHelpers, tellMaker } from './wishes';

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

/** Ended by the office: everybody concerned is told, nobody rings any more. */
export async function endWish(
  context: ChangeContext,
  wish: WishDocument,
  reason: string,
): Promise<Moved<WishState>> {
  const state = stateAfter(wish, 'end');
  await freeHands(context, wish);
  tellHelpers(context, wish, '社区终止了这个心愿，不用再去，谢谢您。');
  tellMaker(context, wish, '社区终止了，想问原因可以打社区电话。');
  return moveWish(context, wish, { state, change: overChange(context.today), fields: ['end'], reason });
}
