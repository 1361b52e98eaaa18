import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { giftContract } from '@domain/contract/gift';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { giftsOf } from '../../../repositories/gifts';
import { viewOwn } from '../gift-views';

type Input = ProcedureParsed<(typeof giftContract)['listOwn']>;
type Output = ProcedureOutput<(typeof giftContract)['listOwn']>;

export async function listOwn(context: ReadContext, { view, cursor }: Input): Promise<Output> {
  const { userId } = context.caller;
  context.permit({ madeBy: userId });
  const who = view === 'given' ? { givenBy: userId } : { takenBy: userId };
  const { rows, next } = await giftsOf(context.store, who, cursor);
  return { gifts: rows.map((gift) => viewOwn(context, gift)), ...nextOf({ next }) };
}
