import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { courseContract } from '@domain/contract/course';
import type { ReadContext } from '../../../kernel/context';
import { viewCourse } from '../course-views';
import { findShownCourse } from '../shown-course';

type Input = ProcedureParsed<(typeof courseContract)['read']>;
type Output = ProcedureOutput<(typeof courseContract)['read']>;

export async function read(context: ReadContext, { courseId }: Input): Promise<Output> {
  const course = await findShownCourse(context.store, courseId);
  context.permit({ isPublished: true });
  return viewCourse(course);
}
