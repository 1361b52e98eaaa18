import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { issueContract } from '@domain/contract/issue';
import type { ReadContext } from '../../../kernel/context';
import { addressesOf, shownPictures } from '../../../records/pictures';
import type { IssueDocument } from '../../../repositories/documents';
import { findFollow, findIssue } from '../../../repositories/issues';
import { viewPlan, viewPublic, viewPublicSteps } from '../issue-views';

type Input = ProcedureParsed<(typeof issueContract)['readReleased']>;
type Output = ProcedureOutput<(typeof issueContract)['readReleased']>;

async function mineOf({ store, caller }: ReadContext, issue: IssueDocument): Promise<Output['mine']> {
  const { _id, followers, reporterIds } = issue;
  if (reporterIds.includes(caller.userId)) return 'reported';
  if (followers === 0) return 'no';
  return (await findFollow(store, _id, caller.userId)) === undefined ? 'no' : 'follows';
}

export async function readReleased(context: ReadContext, { issueId }: Input): Promise<Output> {
  const issue = await findIssue(context.store, issueId);
  context.permit({ isPublished: issue?.isOnBoard === true });
  if (issue === undefined) throw new Problem('NOT_FOUND');
  return {
    ...viewPublic(issue),
    mine: await mineOf(context, issue),
    milestones: viewPlan(issue),
    history: viewPublicSteps(issue),
    shownPictures: await addressesOf(context.files, shownPictures(issue.pictures)),
  };
}
