import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { tidyProse } from '@domain/kernel/text-width';
import type { issueContract } from '@domain/contract/issue';
import type { ChangeContext } from '../../../kernel/context';
import { tell } from '../../../records/messages';
import { calledOf, checkNote, issueBefore, takeStep, workPage } from '../issue-step';

type Input = ProcedureParsed<(typeof issueContract)['reopen']>;
type Output = ProcedureOutput<(typeof issueContract)['reopen']>;

/** Not solved: back to the desk with its whole history. The day that was promised first stays. */
export async function reopen(context: ChangeContext, input: Input): Promise<Output> {
  const { issue, state } = await issueBefore(context, input, 'reopen');
  const note = tidyProse(input.note);
  checkNote(note);
  takeStep(context, issue, {
    step: 'reopen',
    state,
    note,
    change: { assigneeId: '', department: '', dueOn: '', answeredOn: '', wakeOn: '' },
  });
  if (issue.assignedBy !== '') {
    const values = calledOf(issue);
    tell(context, { userId: issue.assignedBy, kind: 'issueReopened', values, link: workPage(issue) });
  }
  return { state };
}
