import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { practiceContract } from '@domain/contract/practice';
import { addDays } from '@domain/kernel/calendar';
import type { ChangeContext } from '../../../kernel/context';
import type { PracticeDocument } from '../../../repositories/documents';
import { findPractice, practiceId } from '../../../repositories/practices';
import { keepPractice, PRACTICE_DAYS, viewPractice } from '../practising';

type Input = ProcedureParsed<(typeof practiceContract)['open']>;
type Output = ProcedureOutput<(typeof practiceContract)['open']>;

/** Goes on where the caller stopped; opens a fresh stairwell where there is none, or where a fresh one is asked for. */
export async function open(context: ChangeContext, { anew }: Input): Promise<Output> {
  const { userId } = context.caller;
  context.permit({ madeBy: userId });
  const former = await findPractice(context.store, userId);
  if (former !== undefined && !anew && former.purgeOn >= context.today) return viewPractice(context, former);

  const fresh: PracticeDocument = {
    _id: practiceId(userId),
    version: (former?.version ?? 0) + 1,
    userId,
    done: [],
    formDone: false,
    quizRight: 0,
    purgeOn: addDays(context.today, PRACTICE_DAYS),
  };
  keepPractice(context, fresh, 'open');
  return viewPractice(context, fresh);
}
