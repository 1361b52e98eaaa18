import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import { tidyProse } from '@domain/kernel/text-width';
import type { issueContract } from '@domain/contract/issue';
import type { ChangeContext } from '../../../kernel/context';
import { findContent, hideContent } from '../../../records/contents';
import { outOfSight } from '../../../records/issue-takedown';
import { checkNote, issueWithinReach, takeStep } from '../issue-step';

type Input = ProcedureParsed<(typeof issueContract)['hide']>;
type Output = ProcedureOutput<(typeof issueContract)['hide']>;

/** Seen by nobody but its reporter and the desk, and still counted: it goes on as what it is. */
export async function hide(context: ChangeContext, input: Input): Promise<Output> {
  const issue = await issueWithinReach(context, input.issueId);
  if (issue.isHidden) throw new Problem('WRONG_STATE', { state: 'hidden' });
  if (issue.version !== input.version) throw new Problem('STALE_VERSION', { version: issue.version });
  if (issue.reporterIds.includes(context.caller.userId)) throw new Problem('FORBIDDEN');
  const note = tidyProse(input.reason);
  checkNote(note);
  const content = await findContent(context.store, 'issue', issue._id);
  if (content !== undefined && content.state !== 'hidden') hideContent(context, content, note);
  takeStep(context, issue, {
    step: 'hide',
    state: issue.state,
    note,
    reason: note,
    change: outOfSight(issue),
  });
  return { state: issue.state };
}
