import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { issueContract } from '@domain/contract/issue';
import type { ReadContext } from '../../../kernel/context';
import { issuesInStage } from '../../../repositories/issues';
import { viewDesk } from '../issue-views';

type Input = ProcedureParsed<(typeof issueContract)['list']>;
type Output = ProcedureOutput<(typeof issueContract)['list']>;

/** What is overdue stands first among what is being done, so that its list is the beginning of that one. */
export async function list(context: ReadContext, { stage, aspect, cursor }: Input): Promise<Output> {
  const territory = context.territory();
  if (territory === undefined) return { issues: [] };
  const isOverdue = stage === 'overdue';
  const page = await issuesInStage(context.store, territory, {
    stage: isOverdue ? 'work' : stage,
    aspect,
    cursor,
  });
  const rows = isOverdue ? page.rows.filter(({ dueOn }) => dueOn < context.today) : page.rows;
  const isWhole = rows.length < page.rows.length;
  const viewer = { keyring: context.keyring, today: context.today };
  return {
    issues: rows.map((issue) => viewDesk(viewer, issue)),
    ...(page.next === undefined || isWhole ? {} : { next: page.next }),
  };
}
