import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { noticeContract } from '@domain/contract/notice';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { noticesIn } from '../../../repositories/notices';
import { viewManaged } from '../notice-views';

type Input = ProcedureParsed<(typeof noticeContract)['listManaged']>;
type Output = ProcedureOutput<(typeof noticeContract)['listManaged']>;

export async function listManaged(context: ReadContext, { cursor }: Input): Promise<Output> {
  const territory = context.territory();
  if (territory === undefined) return { notices: [] };
  const { rows, next } = await noticesIn(context.store, territory, cursor);
  return { notices: rows.map(viewManaged), ...nextOf({ next }) };
}
