import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { issueContract } from '@domain/contract/issue';
import { stageOf } from '@domain/issue/issue-state';
import type { ChangeContext } from '../../../kernel/context';
import { findFollow, findIssue } from '../../../repositories/issues';
import { countFollowers } from '../count-followers';

type Input = ProcedureParsed<(typeof issueContract)['unfollow']>;
type Output = ProcedureOutput<(typeof issueContract)['unfollow']>;

/** Whoever follows may stop, on the board or not; to everybody else one that is not on the board is not there. */
export async function unfollow(context: ChangeContext, { issueId }: Input): Promise<Output> {
  const { userId } = context.caller;
  const issue = await findIssue(context.store, issueId);
  const known = await findFollow(context.store, issueId, userId);
  if (issue === undefined || (known === undefined && !issue.isOnBoard)) throw new Problem('NOT_FOUND');
  context.permit({ madeBy: userId });
  if (known === undefined) throw new Problem('WRONG_STATE', { state: 'notFollowing' });
  if (stageOf(issue.state) === 'ended') throw new Problem('WRONG_STATE', { state: issue.state });
  context.write.remove('issueFollows', known._id);
  return countFollowers(context, issue, -1);
}
