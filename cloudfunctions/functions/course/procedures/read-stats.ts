import type { CourseStats, courseContract } from '@domain/contract/course';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import type { CourseDocument } from '../../../repositories/documents';
import { publicationsPage } from '../../../repositories/publications';

type Input = ProcedureParsed<(typeof courseContract)['readStats']>;
type Output = ProcedureOutput<(typeof courseContract)['readStats']>;

/** Below that many a figure could point at somebody. */
const COUNT_MIN = 10;

const figure = (name: 'taken' | 'passed', count: number) => (count < COUNT_MIN ? {} : { [name]: count });

function statsOf({ _id, shown, draft, taken, passed }: CourseDocument): CourseStats {
  const title = (shown ?? draft)?.title ?? '';
  return { id: _id, title, ...figure('taken', taken), ...figure('passed', passed) };
}

export async function readStats(context: ReadContext, { cursor }: Input): Promise<Output> {
  const territory = context.territory();
  if (territory === undefined) return { courses: [] };
  const page = await publicationsPage(context.store, 'courses', { ...territory, cursor });
  return { courses: page.rows.map(statsOf), ...nextOf(page) };
}
