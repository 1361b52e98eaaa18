import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { courseContract } from '@domain/contract/course';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { fittingPage } from '../../../records/small-page';
import { shownPage } from '../../../repositories/publications';
import { viewLine } from '../course-views';

type Input = ProcedureParsed<(typeof courseContract)['list']>;
type Output = ProcedureOutput<(typeof courseContract)['list']>;

export async function list(context: ReadContext, { cursor }: Input): Promise<Output> {
  context.permit({ isPublished: true });
  const page = fittingPage(await shownPage(context.store, 'courses', cursor), viewLine);
  return { courses: page.rows, ...nextOf(page) };
}
