import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { giftContract } from '@domain/contract/gift';
import type { ChangeContext } from '../../../kernel/context';
import { hideWords } from '../../../records/contents';
import { checkedState, reachedGift } from '../../../records/gifts';
import { endGift } from '../../../records/over-gift';
import { checkReason } from '../../../records/reasons';

type Input = ProcedureParsed<(typeof giftContract)['takedown']>;
type Output = ProcedureOutput<(typeof giftContract)['takedown']>;

export async function takedown(context: ChangeContext, { giftId, version, reason }: Input): Promise<Output> {
  const gift = await reachedGift(context, giftId);
  checkedState(gift, 'end', version);
  const said = checkReason(reason);
  await hideWords(context, { kind: 'gift', subjectId: giftId }, said);
  return endGift(context, gift, said);
}
