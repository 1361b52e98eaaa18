import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { issueContract } from '@domain/contract/issue';
import { stageOf } from '@domain/issue/issue-state';
import type { ChangeContext } from '../../../kernel/context';
import type { IssueDocument } from '../../../repositories/documents';
import { findFollow, newFollow } from '../../../repositories/issues';
import { issueAtWork, issueWithinReach, takeStep } from '../issue-step';

type Input = ProcedureParsed<(typeof issueContract)['merge']>;
type Output = ProcedureOutput<(typeof issueContract)['merge']>;

/** Reporters of the one that ends are told of the other from now on; answers how many are new. */
async function followOn(context: ChangeContext, issue: IssueDocument, into: IssueDocument): Promise<number> {
  let added = 0;
  for (const userId of issue.reporterIds.filter((id) => !into.reporterIds.includes(id))) {
    if ((await findFollow(context.store, into._id, userId)) !== undefined) continue;
    context.write.insert('issueFollows', newFollow(into._id, userId, context.now));
    added += 1;
  }
  return added;
}

export async function merge(context: ChangeContext, input: Input): Promise<Output> {
  const { issue, state } = await issueAtWork(context, input, 'merge');
  const into = await issueWithinReach(context, input.intoId);
  const isOver = stageOf(into.state) === 'ended';
  if (into._id === issue._id || isOver || into.isStreetOnly !== issue.isStreetOnly) {
    throw new Problem('VALIDATION', { field: 'intoId' });
  }
  const added = await followOn(context, issue, into);
  context.write.patch('issues', into._id, {
    followers: into.followers + added,
    version: into.version + 1,
    hasNews: true,
  });
  takeStep(context, issue, {
    step: 'merge',
    state,
    change: { mergedInto: into._id, wakeOn: '', isOnBoard: false },
  });
  return { state };
}
