import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { giftContract } from '@domain/contract/gift';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { giftsOnDesk } from '../../../repositories/gifts';
import { viewDesk } from '../gift-views';

type Input = ProcedureParsed<(typeof giftContract)['listDesk']>;
type Output = ProcedureOutput<(typeof giftContract)['listDesk']>;

export async function listDesk(context: ReadContext, { cursor }: Input): Promise<Output> {
  const territory = context.territory();
  if (territory === undefined) return { gifts: [] };
  const { rows, next } = await giftsOnDesk(context.store, territory, cursor);
  return { gifts: rows.map((gift) => viewDesk(context, gift)), ...nextOf({ next }) };
}
