import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { giftContract } from '@domain/contract/gift';
import type { ChangeContext } from '../../../kernel/context';
import {
  checkedState,
  freedChange,
  freeHolds,
  moveGift,
  placeOfTaker,
  reachedGift,
  tellGiver,
} from '../../../records/gifts';

type Input = ProcedureParsed<(typeof giftContract)['giveUp']>;
type Output = ProcedureOutput<(typeof giftContract)['giveUp']>;

export async function giveUp(context: ChangeContext, { giftId, version }: Input): Promise<Output> {
  const gift = await reachedGift(context, giftId, placeOfTaker);
  const state = checkedState(gift, 'giveUp', version);
  await freeHolds(context, gift);
  tellGiver(context, gift, '要的人不要了，又放回架上，先不用送。');
  return moveGift(context, gift, { state, change: freedChange(context.today), fields: ['giveUp'] });
}
