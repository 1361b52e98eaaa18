import type { courseContract } from '@domain/contract/course';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { ReadContext } from '../../../kernel/context';
import { findPublication } from '../../../repositories/publications';
import { viewDesk } from '../desk-view';

type Input = ProcedureParsed<(typeof courseContract)['readDesk']>;
type Output = ProcedureOutput<(typeof courseContract)['readDesk']>;

export async function readDesk(context: ReadContext, { courseId }: Input): Promise<Output> {
  const course = await findPublication(context.store, 'courses', courseId);
  const text = course?.draft ?? course?.shown;
  if (course === undefined || text === undefined) throw new Problem('NOT_FOUND');
  context.permit({ communityId: course.communityId, streetId: course.streetId });
  return { ...viewDesk(course), text };
}
