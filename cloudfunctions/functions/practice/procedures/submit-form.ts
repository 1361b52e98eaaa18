import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { practiceContract } from '@domain/contract/practice';
import { practiceMistakes } from '@domain/practice/practice-form';
import type { ChangeContext } from '../../../kernel/context';
import { keepPractice, ownPractice, practisedOn, viewPractice } from '../practising';

type Input = ProcedureParsed<(typeof practiceContract)['submitForm']>;
type Output = ProcedureOutput<(typeof practiceContract)['submitForm']>;

/** Compares the answers with the story and forgets them; that all were right is kept. */
export async function submitForm(context: ChangeContext, { answers }: Input): Promise<Output> {
  const practice = await ownPractice(context);
  const mistakes = practiceMistakes(answers);
  if (mistakes.length > 0 || practice.formDone) {
    return { mistakes, progress: viewPractice(context, practice) };
  }
  const after = practisedOn(context, practice, { formDone: true });
  keepPractice(context, after, 'form');
  return { mistakes, progress: viewPractice(context, after) };
}
