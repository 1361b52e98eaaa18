import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { giftContract } from '@domain/contract/gift';
import type { ChangeContext } from '../../../kernel/context';
import { hideWords } from '../../../records/contents';
import {
  checkedState,
  freeHolds,
  moveGift,
  overChange,
  placeOfGiver,
  reachedGift,
  tellGiver,
  tellTaker,
} from '../../../records/gifts';
import { fetchNote } from '../../../records/over-gift';

type Input = ProcedureParsed<(typeof giftContract)['withdraw']>;
type Output = ProcedureOutput<(typeof giftContract)['withdraw']>;

export async function withdraw(context: ChangeContext, { giftId, version }: Input): Promise<Output> {
  const gift = await reachedGift(context, giftId, placeOfGiver);
  const state = checkedState(gift, 'withdraw', version);
  await freeHolds(context, gift);
  await hideWords(context, { kind: 'gift', subjectId: giftId }, '送的人收回了');
  tellTaker(context, gift, '送的人收回了，不用来取了。');
  tellGiver(context, gift, `收回了。${fetchNote(gift)}`);
  return moveGift(context, gift, { state, change: overChange(context.today), fields: ['withdraw'] });
}
