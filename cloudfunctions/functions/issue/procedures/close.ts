import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import { tidyProse } from '@domain/kernel/text-width';
import type { issueContract } from '@domain/contract/issue';
import type { ChangeContext } from '../../../kernel/context';
import { checkNote, issueAtWork, takeStep } from '../issue-step';

type Input = ProcedureParsed<(typeof issueContract)['close']>;
type Output = ProcedureOutput<(typeof issueContract)['close']>;

const REOPENED = { assigneeId: '', department: '', dueOn: '', answeredOn: '', wakeOn: '' };

/**
 * After asking back by phone, somebody who had no hand in it writes down what was said. Whoever has an account is asked in the app,
 * and nobody speaks for them. Throws FORBIDDEN.
 */
export async function close(context: ChangeContext, input: Input): Promise<Output> {
  const event = input.isSolved ? 'close' : 'reopen';
  const { issue, state } = await issueAtWork(context, input, event);
  const isReporterAsked = issue.reporterIds.length > 0;
  if (isReporterAsked || issue.workedBy.includes(context.caller.userId)) throw new Problem('FORBIDDEN');
  const note = tidyProse(input.reason);
  checkNote(note);
  const change = input.isSolved ? { wakeOn: '' } : REOPENED;
  takeStep(context, issue, {
    step: event,
    state,
    note,
    reason: input.reason,
    change,
  });
  return { state };
}
