import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { giftContract } from '@domain/contract/gift';
import { clockOfShelf } from '@domain/gift/gift-clock';
import type { ChangeContext } from '../../../kernel/context';
import { findContent, releaseContent, returnContent } from '../../../records/contents';
import { checkedState, moveGift, openGiftWords, reachedGift, tellGiver } from '../../../records/gifts';
import { returnGift } from '../../../records/over-gift';
import { chosenPictures } from '../../../records/pictures';
import { checkReason } from '../../../records/reasons';
import type { GiftDocument } from '../../../repositories/documents';

type Input = ProcedureParsed<(typeof giftContract)['review']>;
type Output = ProcedureOutput<(typeof giftContract)['review']>;

async function contentOf(context: ChangeContext, { _id }: GiftDocument) {
  const content = await findContent(context.store, 'gift', _id);
  if (content === undefined) throw new Problem('NOT_FOUND');
  return content;
}

/** From here on it is public, with those pictures that a person chose. */
async function release(
  context: ChangeContext,
  gift: GiftDocument,
  chosen: readonly number[],
): Promise<Output> {
  const state = checkedState(gift, 'release', gift.version);
  releaseContent(context, await contentOf(context, gift));
  tellGiver(context, gift, '社区看过，放上架了。有人要了再告诉您。');
  const change = {
    ...openGiftWords(context.keyring, gift),
    pictures: chosenPictures(gift.pictures, chosen),
    shownAt: context.now,
    ...clockOfShelf(context.today),
  };
  return moveGift(context, gift, { state, change, fields: ['release'] });
}

async function sendBack(context: ChangeContext, gift: GiftDocument, said: string): Promise<Output> {
  const reason = checkReason(said);
  returnContent(context, await contentOf(context, gift), reason);
  tellGiver(context, gift, '社区请您改一改再交。');
  return returnGift(context, gift, reason);
}

/** By somebody else than the giver's own home. */
export async function review(context: ChangeContext, { giftId, version, verdict }: Input): Promise<Output> {
  const gift = await reachedGift(context, giftId);
  if (gift.barred.includes(context.caller.userId)) throw new Problem('FORBIDDEN');
  checkedState(gift, verdict.is, version);
  return verdict.is === 'release'
    ? release(context, gift, verdict.pictures)
    : sendBack(context, gift, verdict.reason);
}
