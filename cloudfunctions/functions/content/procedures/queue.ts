import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { contentContract } from '@domain/contract/content';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { contentsIn, reportedContents } from '../../../repositories/contents';
import { viewQueued } from '../content-views';

type Input = ProcedureParsed<(typeof contentContract)['queue']>;
type Output = ProcedureOutput<(typeof contentContract)['queue']>;

export async function queue(context: ReadContext, { show, cursor }: Input): Promise<Output> {
  const territory = context.territory();
  if (territory === undefined) return { contents: [] };
  const { rows, next } =
    show === 'reported'
      ? await reportedContents(context.store, territory, cursor)
      : await contentsIn(context.store, territory, { state: show, cursor });
  if (rows.length === 0) return { contents: [] };
  context.look({ subjects: rows.map(({ subjectId }) => subjectId), fields: ['text'] });
  return {
    contents: rows.map((row) => viewQueued(context, row)),
    ...nextOf({ next }),
  };
}
