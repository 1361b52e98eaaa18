import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { wishContract } from '@domain/contract/wish';
import type { ChangeContext } from '../../../kernel/context';
import { hideWords } from '../../../records/contents';
import { endWish } from '../../../records/over-wish';
import { checkReason } from '../../../records/reasons';
import { checkedState, reachedWish } from '../../../records/wishes';

type Input = ProcedureParsed<(typeof wishContract)['takedown']>;
type Output = ProcedureOutput<(typeof wishContract)['takedown']>;

export async function takedown(context: ChangeContext, { wishId, version, reason }: Input): Promise<Output> {
  const wish = await reachedWish(context, wishId);
  checkedState(wish, 'end', version);
  checkReason(reason);
  await hideWords(context, { kind: 'wish', subjectId: wishId }, reason);
  return endWish(context, wish, reason);
}
