/** A thing that left the shelf without having been handed over, and what the publishing desk's word does to it. */
import { clockOfShelf } from '@domain/gift/gift-clock';
import { nextGiftState, type GiftState } from '@domain/gift/gift-state';
import type { ChangeContext } from '../kernel/context';
import type { GiftDocument } from '../repositories/documents';
import { findGift } from '../repositories/gifts';
import type { ContentEffects } from './content-decision';
import { freeHolds, moveGift, overChange, sealGiftReason, stateAfter, tellGiver, tellTaker } from './gifts';
import type { Moved } from './moves';

/** What its giver is told where it lies at the desk. */
export function fetchNote({ isStored }: Pick<GiftDocument, 'isStored'>): string {
  return isStored ? '东西在社区服务台，有空取回。' : '';
}

/** Ended by the office: both are told. */
export async function endGift(
  context: ChangeContext,
  gift: GiftDocument,
  reason: string,
): Promise<Moved<GiftState>> {
  const state = stateAfter(gift, 'end');
  await freeHolds(context, gift);
  tellTaker(context, gift, '社区把它撤下了，不用来取了。');
  tellGiver(context, gift, `社区把它撤下了，想问原因可以打社区电话。${fetchNote(gift)}`);
  const sealedReason = sealGiftReason(context.keyring, gift._id, reason);
  const change = { ...overChange(context.today), sealedReason };
  return moveGift(context, gift, { state, change, fields: ['end'], reason });
}

export function returnGift(context: ChangeContext, gift: GiftDocument, reason: string): Moved<GiftState> {
  const state = stateAfter(gift, 'return');
  const sealedReason = sealGiftReason(context.keyring, gift._id, reason);
  const change = { sealedReason, ...clockOfShelf(context.today) };
  return moveGift(context, gift, { state, change, fields: ['return'] });
}

/** Words that were sent back send the thing back; words that were taken down end it. */
export const giftEffects: ContentEffects = {
  onReturn: async (context, { row, reason }) => {
    const gift = await findGift(context.store, row.subjectId);
    if (gift !== undefined) returnGift(context, gift, reason);
  },
  onHide: async (context, { row, reason }) => {
    const gift = await findGift(context.store, row.subjectId);
    if (gift === undefined || nextGiftState(gift.state, 'end') === undefined) return;
    await endGift(context, gift, reason);
  },
};
