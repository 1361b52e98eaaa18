import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { giftContract } from '@domain/contract/gift';
import type { ChangeContext } from '../../../kernel/context';
import { hideWords } from '../../../records/contents';
import {
  checkedState,
  freeHolds,
  moveGift,
  overChange,
  reachedGift,
  tellGiver,
  tellTaker,
} from '../../../records/gifts';
import type { GiftDocument } from '../../../repositories/documents';

type Input = ProcedureParsed<(typeof giftContract)['handOver']>;
type Output = ProcedureOutput<(typeof giftContract)['handOver']>;

async function handToTaker(context: ChangeContext, gift: GiftDocument): Promise<void> {
  await freeHolds(context, gift);
  await hideWords(context, { kind: 'gift', subjectId: gift._id }, '送出去了');
  tellTaker(context, gift, '您领走了，用得上就好。');
  tellGiver(context, gift, '已经领走了，谢谢您。');
}

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
