import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { giftContract } from '@domain/contract/gift';
import type { ChangeContext } from '../../../kernel/context';
import {
  checkedState,
  freedChange,
  freeHolds,
  handToTaker,
  moveGift,
  overChange,
  placeOfTaker,
  reachedGift,
  tellGiver,
} from '../../../records/gifts';

type Input = ProcedureParsed<(typeof giftContract)['confirm']>;
type Output = ProcedureOutput<(typeof giftContract)['confirm']>;

/** The word of who reserved it, as good as the desk's: what was fetched is over, what is not wanted is free again. */
export async function confirm(context: ChangeContext, { giftId, version, word }: Input): Promise<Output> {
  const gift = await reachedGift(context, giftId, placeOfTaker);
  if (word === 'notWanted') {
    const state = checkedState(gift, 'giveUp', version);
    await freeHolds(context, gift);
    tellGiver(context, gift, '要的人不要了，又放回架上，先不用送。');
    return moveGift(context, gift, { state, change: freedChange(context.today), fields: ['giveUp'] });
  }
  const state = checkedState(gift, 'receive', version);
  if (!gift.isStored) throw new Problem('WRONG_STATE', { state: gift.state, sentence: '东西还没存到服务台' });
  await handToTaker(context, gift);
  const change = { isStored: false, ...overChange(context.today) };
  return moveGift(context, gift, { state, change, fields: ['received'] });
}
