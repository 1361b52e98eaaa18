import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { practiceContract } from '@domain/contract/practice';
import { QUIZ, wrongAnswers } from '@domain/practice/quiz';
import type { ChangeContext } from '../../../kernel/context';
import { increase } from '../../../kernel/store';
import { keepPractice, ownPractice, practisedOn, viewPractice } from '../practising';

type Input = ProcedureParsed<(typeof practiceContract)['submitQuiz']>;
type Output = ProcedureOutput<(typeof practiceContract)['submitQuiz']>;

/** Says which answers are wrong and keeps the best result. The first time that none is, the day is noted at the acting seat. */
export async function submitQuiz(context: ChangeContext, { answers }: Input): Promise<Output> {
  const practice = await ownPractice(context);
  const { seat } = context.caller;
  const wrong = wrongAnswers(answers);
  const right = QUIZ.length - wrong.length;
  const passesNow = wrong.length === 0 && seat !== null && seat.practicePassedOn === undefined;
  if (right <= practice.quizRight && !passesNow) return { wrong, progress: viewPractice(context, practice) };

  const after = practisedOn(context, practice, {
    quizRight: Math.max(right, practice.quizRight),
    ...(passesNow ? { passedOn: context.today } : {}),
  });
  keepPractice(context, after, 'quiz');
  if (!passesNow) return { wrong, progress: viewPractice(context, after) };
  context.write.patch('assignments', seat._id, {
    practicePassedOn: context.today,
    version: increase(1),
  });
  return { wrong, progress: viewPractice(context, after) };
}
