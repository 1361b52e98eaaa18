import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { giftContract } from '@domain/contract/gift';
import { clockOfHold } from '@domain/gift/gift-clock';
import type { ChangeContext } from '../../../kernel/context';
import { checkedState, moveGift, reachedGift, tellGiver, tellTaker } from '../../../records/gifts';

type Input = ProcedureParsed<(typeof giftContract)['takeIn']>;
type Output = ProcedureOutput<(typeof giftContract)['takeIn']>;

/** It lies at the desk from now on, and who reserved it has the whole time once more to fetch it. */
export async function takeIn(context: ChangeContext, { giftId, version }: Input): Promise<Output> {
  const gift = await reachedGift(context, giftId);
  const state = checkedState(gift, 'takeIn', version);
  if (gift.isStored) throw new Problem('WRONG_STATE', { state, sentence: '已经存在服务台了' });
  tellTaker(context, gift, '东西到社区服务台了，7 天内带上 4 位口令来领。');
  tellGiver(context, gift, '社区收到了，会转交，谢谢您。');
  const change = { isStored: true, ...clockOfHold(context.today) };
  return moveGift(context, gift, { state, change, fields: ['stored'] });
}
