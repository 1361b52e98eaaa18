import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { giftContract } from '@domain/contract/gift';
import { PICTURES_MAX } from '@domain/kernel/picture';
import type { ChangeContext } from '../../../kernel/context';
import { moveGift, placeOfGiver, reachedGift } from '../../../records/gifts';
import { keptPicture } from '../../../records/pictures';

type Input = ProcedureParsed<(typeof giftContract)['addPicture']>;
type Output = ProcedureOutput<(typeof giftContract)['addPicture']>;

/** Until a person has looked; then a new picture would be seen by nobody before it is shown. */
export async function addPicture(context: ChangeContext, { giftId, fileId }: Input): Promise<Output> {
  const gift = await reachedGift(context, giftId, placeOfGiver);
  const { state } = gift;
  if ((state !== 'review' && state !== 'returned') || gift.pictures.length >= PICTURES_MAX) {
    throw new Problem('WRONG_STATE', { state });
  }
  const pictures = [...gift.pictures, await keptPicture(context, { fileId, folder: `gifts/${giftId}` })];
  const spentFiles = [...gift.spentFiles, fileId];
  moveGift(context, gift, { state, change: { pictures, spentFiles, hasSpent: true }, fields: ['picture'] });
  return { pictures: pictures.length };
}
