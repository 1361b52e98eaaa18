import type { ProcedureOutput } from '@domain/kernel/contract';
import type { courseContract } from '@domain/contract/course';
import type { ReadContext } from '../../../kernel/context';
import { progressOf } from '../../../repositories/progress';

type Output = ProcedureOutput<(typeof courseContract)['listProgress']>;

export async function listProgress(context: ReadContext): Promise<Output> {
  const { userId } = context.caller;
  context.permit({ about: [userId] });
  const rows = await progressOf(context.store, userId);
  return {
    courses: rows.map(({ courseId, best, total, passedOn }) => ({
      courseId,
      best,
      total,
      ...(passedOn === undefined ? {} : { passedOn }),
    })),
  };
}
