import type { courseContract } from '@domain/contract/course';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { publicationsPage } from '../../../repositories/publications';
import { viewDesk } from '../desk-view';

type Input = ProcedureParsed<(typeof courseContract)['listDesk']>;
type Output = ProcedureOutput<(typeof courseContract)['listDesk']>;

export async function listDesk(context: ReadContext, { cursor }: Input): Promise<Output> {
  const territory = context.territory();
  if (territory === undefined) return { courses: [] };
  const page = await publicationsPage(context.store, 'courses', { ...territory, cursor });
  return { courses: page.rows.map(viewDesk), ...nextOf(page) };
}
