/** The caller's own practice: found, changed, and told. */
import type { PracticeProgress } from '@domain/contract/practice';
import { addDays } from '@domain/kernel/calendar';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext, ReadContext } from '../../kernel/context';
import type { PracticeDocument } from '../../repositories/documents';
import { findPractice, PRACTICES } from '../../repositories/practices';

/** Nothing of practice is kept longer. */
export const PRACTICE_DAYS = 7;

/** Throws NOT_FOUND where nothing was opened, or what was has run out. */
export async function ownPractice(context: ChangeContext | ReadContext): Promise<PracticeDocument> {
  const { userId } = context.caller;
  const practice = await findPractice(context.store, userId);
  if (practice === undefined || practice.purgeOn < context.today) throw new Problem('NOT_FOUND');
  context.permit({ madeBy: practice.userId });
  return practice;
}

/** Writes what was got right. It stands at no place, and moves no count. */
export function keepPractice(context: ChangeContext, practice: PracticeDocument, field: string): void {
  context.write.replace(PRACTICES, practice);
  context.record({ objects: [practice._id], subjects: [], fields: [field], place: {} });
}

/** The practice with one thing more, kept for another week. */
export function practisedOn(
  { today }: ChangeContext,
  practice: PracticeDocument,
  change: Partial<Pick<PracticeDocument, 'done' | 'formDone' | 'quizRight' | 'passedOn'>>,
): PracticeDocument {
  return { ...practice, ...change, version: practice.version + 1, purgeOn: addDays(today, PRACTICE_DAYS) };
}

export function viewPractice(
  { caller }: ChangeContext | ReadContext,
  { done, formDone, quizRight, purgeOn, ...practice }: PracticeDocument,
): PracticeProgress {
  // A read may know the seat as it was a minute ago.
  const passedOn = caller.seat?.practicePassedOn ?? practice.passedOn;
  return {
    done: [...done],
    formDone,
    quizRight,
    ...(passedOn === undefined ? {} : { passedOn }),
    keptUntil: purgeOn,
  };
}
