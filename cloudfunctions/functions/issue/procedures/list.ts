import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { issueContract } from '@domain/contract/issue';
import { nextOf, type Page } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import type { AreaFilter } from '../../../policies/area-scope';
import type { IssueDocument } from '../../../repositories/documents';
import { departmentsBehind, issuesInStage } from '../../../repositories/issues';
import { viewDesk } from '../issue-views';

type Input = ProcedureParsed<(typeof issueContract)['list']>;
type Output = ProcedureOutput<(typeof issueContract)['list']>;
type Department = NonNullable<Output['departments']>[number];

/** What is overdue stands first among what is being done: its list ends where the first begins that is not. */
function untilInTime({ rows, next }: Page<IssueDocument>, today: string): Page<IssueDocument> {
  const late = rows.filter(({ dueOn }) => dueOn < today);
  return late.length < rows.length ? { rows: late } : { rows, ...nextOf({ next }) };
}

/** Over everything that is overdue, not over the page. */
async function behind(
  { store, today }: ReadContext,
  territory: AreaFilter,
  aspect: string | undefined,
): Promise<Department[]> {
  const counts = new Map<string, number>();
  for (const name of await departmentsBehind(store, territory, { aspect, today })) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const departments = [...counts].map(([name, count]) => ({ name, count }));
  return departments.sort((left, right) => right.count - left.count || (left.name < right.name ? -1 : 1));
}

export async function list(context: ReadContext, { stage, aspect, cursor }: Input): Promise<Output> {
  const territory = context.territory();
  if (territory === undefined) return { issues: [] };
  const { keyring, store, today } = context;
  const isOverdue = stage === 'overdue';
  const read = await issuesInStage(store, territory, { stage: isOverdue ? 'work' : stage, aspect, cursor });
  const page = isOverdue ? untilInTime(read, today) : read;
  const isBeginning = isOverdue && cursor === undefined;
  return {
    issues: page.rows.map((issue) => viewDesk({ keyring, today }, issue)),
    ...nextOf({ next: page.next }),
    ...(isBeginning ? { departments: await behind(context, territory, aspect) } : {}),
  };
}
