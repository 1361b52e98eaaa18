import { isDay } from '@domain/kernel/day';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import { tidyProse } from '@domain/kernel/text-width';
import type { issueContract } from '@domain/contract/issue';
import type { ChangeContext } from '../../../kernel/context';
import { checkNote, issueAtWork, takeStep } from '../issue-step';

type Input = ProcedureParsed<(typeof issueContract)['extend']>;
type Output = ProcedureOutput<(typeof issueContract)['extend']>;

/** A later day with its reason. The first one stays what it is measured by. */
export async function extend(context: ChangeContext, input: Input): Promise<Output> {
  const { issue, state } = await issueAtWork(context, input, 'extend');
  const { dueOn } = input;
  if (!isDay(dueOn) || dueOn <= issue.dueOn || dueOn < context.today) {
    throw new Problem('VALIDATION', { field: 'dueOn' });
  }
  const note = tidyProse(input.reason);
  checkNote(note);
  takeStep(context, issue, { step: 'extend', state, note, dueOn, reason: note, change: { dueOn } });
  return { state };
}
