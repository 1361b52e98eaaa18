import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { tidyProse } from '@domain/kernel/text-width';
import type { issueContract } from '@domain/contract/issue';
import type { ChangeContext } from '../../../kernel/context';
import { checkNote, issueAtWork, takeStep } from '../issue-step';

type Input = ProcedureParsed<(typeof issueContract)['transfer']>;
type Output = ProcedureOutput<(typeof issueContract)['transfer']>;

/** Passed up, with the number under which the others have it: the reporter can ask there. */
export async function transfer(context: ChangeContext, input: Input): Promise<Output> {
  const { issue, state } = await issueAtWork(context, input, 'transfer');
  const reference = `${tidyProse(input.to)} ${tidyProse(input.reference)}`;
  checkNote(tidyProse(input.reason));
  const note = `${reference}：${tidyProse(input.reason)}`;
  takeStep(context, issue, {
    step: 'transfer',
    state,
    note,
    reason: input.reason,
    change: { reference, wakeOn: '' },
  });
  return { state };
}
