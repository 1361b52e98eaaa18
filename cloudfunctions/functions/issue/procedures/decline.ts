import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { tidyProse } from '@domain/kernel/text-width';
import type { issueContract } from '@domain/contract/issue';
import type { ChangeContext } from '../../../kernel/context';
import { checkNote, issueAtWork, takeStep } from '../issue-step';

type Input = ProcedureParsed<(typeof issueContract)['decline']>;
type Output = ProcedureOutput<(typeof issueContract)['decline']>;

/** It cannot be done, and the reporter reads why. */
export async function decline(context: ChangeContext, input: Input): Promise<Output> {
  const { issue, state } = await issueAtWork(context, input, 'decline');
  const note = tidyProse(input.reason);
  checkNote(note);
  takeStep(context, issue, { step: 'decline', state, note, reason: note, change: { wakeOn: '' } });
  return { state };
}
