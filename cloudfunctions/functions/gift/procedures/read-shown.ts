import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { giftContract } from '@domain/contract/gift';
import { heldUntil } from '@domain/gift/gift-clock';
import { isPublicGift } from '@domain/gift/gift-state';
import type { ReadContext } from '../../../kernel/context';
import { addressesOf, shownPictures } from '../../../records/pictures';
import type { GiftDocument } from '../../../repositories/documents';
import { findGift } from '../../../repositories/gifts';
import { viewPublic } from '../gift-views';

type Input = ProcedureParsed<(typeof giftContract)['readShown']>;
type Output = ProcedureOutput<(typeof giftContract)['readShown']>;

/** That somebody has reserved it everybody reads; whose it is, they alone. */
function viewMine({ caller: { userId } }: ReadContext, gift: GiftDocument): Pick<Output, 'mine' | 'held'> {
  const { state, takenBy, givenBy, isStored } = gift;
  if (state === 'reserved' && takenBy === userId) {
    return { mine: 'held', held: { isStored, until: heldUntil(gift) } };
  }
  return { mine: givenBy === userId ? 'given' : 'no' };
}

export async function readShown(context: ReadContext, { giftId }: Input): Promise<Output> {
  const gift = await findGift(context.store, giftId);
  if (gift === undefined) throw new Problem('NOT_FOUND');
  context.permit({ isPublished: isPublicGift(gift.state) });
  const addresses = await addressesOf(context.files, shownPictures(gift.pictures));
  return { ...viewPublic(gift), addresses, ...viewMine(context, gift) };
}
