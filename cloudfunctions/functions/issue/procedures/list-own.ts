import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { issueContract } from '@domain/contract/issue';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { issuesOfReporter } from '../../../repositories/issues';
import { viewOwn } from '../issue-views';

type Input = ProcedureParsed<(typeof issueContract)['listOwn']>;
type Output = ProcedureOutput<(typeof issueContract)['listOwn']>;

export async function listOwn(context: ReadContext, { cursor }: Input): Promise<Output> {
  const { userId } = context.caller;
  context.permit({ about: [userId] });
  const { rows, next } = await issuesOfReporter(context.store, userId, cursor);
  return {
    issues: rows.map((issue) => viewOwn(context.keyring, issue)),
    ...nextOf({ next }),
  };
}
