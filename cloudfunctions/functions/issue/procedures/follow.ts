import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { issueContract } from '@domain/contract/issue';
import { stageOf } from '@domain/issue/issue-state';
import type { ChangeContext } from '../../../kernel/context';
import { findFollow, findIssue, newFollow } from '../../../repositories/issues';
import { countFollowers } from '../count-followers';

type Input = ProcedureParsed<(typeof issueContract)['follow']>;
type Output = ProcedureOutput<(typeof issueContract)['follow']>;

/** One more who met the same. Who follows may not say that it is solved. */
export async function follow(context: ChangeContext, { issueId }: Input): Promise<Output> {
  const { userId } = context.caller;
  const issue = await findIssue(context.store, issueId);
  if (issue?.isOnBoard !== true) throw new Problem('NOT_FOUND');
  context.permit({ madeBy: userId });
  if (issue.reporterIds.includes(userId)) throw new Problem('WRONG_STATE', { state: 'own' });
  if (stageOf(issue.state) === 'ended') throw new Problem('WRONG_STATE', { state: issue.state });
  const known = await findFollow(context.store, issueId, userId);
  if (known !== undefined) throw new Problem('WRONG_STATE', { state: 'following' });
  context.write.insert('issueFollows', newFollow(issueId, userId, context.now));
  return countFollowers(context, issue, 1);
}
