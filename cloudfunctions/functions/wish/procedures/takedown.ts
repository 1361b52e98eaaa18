import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { wishContract } from '@domain/contract/wish';
import type { ChangeContext } from '../../../kernel/context';
import { endWish, hideWords } from '../../../records/over-wish';
import { checkedState, reachedWish } from '../../../records/wishes';

type Input = ProcedureParsed<(typeof wishContract)['takedown']>;
type Output = ProcedureOutput<(typeof wishContract)['takedown']>;

const REASON_LENGTH_MIN = 4;

export async function takedown(context: ChangeContext, { wishId, version, reason }: Input): Promise<Output> {
  const wish = await reachedWish(context, wishId);
  checkedState(wish, 'end', version);
  if (reason.trim().length < REASON_LENGTH_MIN) throw new Problem('REASON_REQUIRED');
  await hideWords(context, wish, reason);
  return endWish(context, wish, reason);
}
