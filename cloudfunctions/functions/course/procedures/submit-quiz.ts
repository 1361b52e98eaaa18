import type { courseContract } from '@domain/contract/course';
import { gradeQuiz, type QuizResult } from '@domain/course/quiz';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { ChangeContext } from '../../../kernel/context';
import { increase } from '../../../kernel/store';
import type { CourseDocument, ProgressDocument } from '../../../repositories/documents';
import { findProgress, progressId } from '../../../repositories/progress';
import { findShownCourse } from '../shown-course';

type Input = ProcedureParsed<(typeof courseContract)['submitQuiz']>;
type Output = ProcedureOutput<(typeof courseContract)['submitQuiz']>;

/** The better of what is kept and what was just reached; a course that was passed stays passed. */
function bestOf(
  { caller, now, today }: ChangeContext,
  { _id: courseId }: CourseDocument,
  { former, result }: { readonly former: ProgressDocument | undefined; readonly result: QuizResult },
): ProgressDocument | undefined {
  const passedOn = former?.passedOn ?? (result.isPassed ? today : undefined);
  const isBetter = former === undefined || result.right > former.best || passedOn !== former.passedOn;
  if (!isBetter) return undefined;
  return {
    _id: progressId(caller.userId, courseId),
    userId: caller.userId,
    courseId,
    best: Math.max(former?.best ?? 0, result.right),
    total: result.total,
    at: now,
    ...(passedOn === undefined ? {} : { passedOn }),
  };
}

function keep(context: ChangeContext, former: ProgressDocument | undefined, best: ProgressDocument): void {
  context.write.replace('progress', best);
  const isFirst = former === undefined;
  const passesNow = former?.passedOn === undefined && best.passedOn !== undefined;
  const counts = {
    ...(isFirst ? { taken: increase(1) } : {}),
    ...(passesNow ? { passed: increase(1) } : {}),
  };
  if (Object.keys(counts).length > 0) context.write.patch('courses', best.courseId, counts);
  context.record({ objects: [best.courseId], subjects: [], fields: ['progress'], place: {} });
}

export async function submitQuiz(context: ChangeContext, { courseId, answers }: Input): Promise<Output> {
  const course = await findShownCourse(context.store, courseId);
  const { userId } = context.caller;
  context.permit({ madeBy: userId });
  const result = gradeQuiz(course.shown?.quiz ?? [], answers);
  const former = await findProgress(context.store, { userId, courseId });
  const best = bestOf(context, course, { former, result });
  if (best !== undefined) keep(context, former, best);

  const { right, total, isPassed, wrong } = result;
  const kept = best ?? former;
  const passedOn = kept?.passedOn;
  return {
    right,
    total,
    best: kept?.best ?? right,
    isPassed,
    wrong: [...wrong],
    ...(passedOn === undefined ? {} : { passedOn }),
  };
}
