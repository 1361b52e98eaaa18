import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { giftContract } from '@domain/contract/gift';
import type { ChangeContext } from '../../../kernel/context';
import { checkedState, handToTaker, moveGift, overChange, reachedGift } from '../../../records/gifts';

type Input = ProcedureParsed<(typeof giftContract)['handOver']>;
type Output = ProcedureOutput<(typeof giftContract)['handOver']>;

/** To who reserved it; of what is over, back to its giver. It lies at the desk no longer. */
export async function handOver(context: ChangeContext, { giftId, version }: Input): Promise<Output> {
  const gift = await reachedGift(context, giftId);
  const state = checkedState(gift, 'handOver', version);
  if (!gift.isStored) throw new Problem('WRONG_STATE', { state: gift.state, sentence: '东西还没存到服务台' });
  const isTaken = gift.state === 'reserved';
  if (isTaken) await handToTaker(context, gift);
  const change = { isStored: false, ...(isTaken ? overChange(context.today) : {}) };
  return moveGift(context, gift, { state, change, fields: [isTaken ? 'handed' : 'fetched'] });
}
