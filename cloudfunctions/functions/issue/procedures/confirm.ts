import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { tidyProse } from '@domain/kernel/text-width';
import type { issueContract } from '@domain/contract/issue';
import type { ChangeContext } from '../../../kernel/context';
import { checkNote, issueBefore, takeStep } from '../issue-step';

type Input = ProcedureParsed<(typeof issueContract)['confirm']>;
type Output = ProcedureOutput<(typeof issueContract)['confirm']>;

/** Solved, says who raised it: nobody else can. */
export async function confirm(context: ChangeContext, input: Input): Promise<Output> {
  const { issue, state } = await issueBefore(context, input, 'confirm');
  const note = tidyProse(input.note);
  checkNote(note);
  const change = { rating: input.rating, wakeOn: '' };
  takeStep(context, issue, { step: 'confirm', state, note, change });
  return { state };
}
