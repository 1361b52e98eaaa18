import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { issueContract } from '@domain/contract/issue';
import type { ReadContext } from '../../../kernel/context';
import { addressesOf, shownPictures } from '../../../records/pictures';
import { findIssue } from '../../../repositories/issues';
import { viewPlan, viewPublic, viewPublicSteps } from '../issue-views';

type Input = ProcedureParsed<(typeof issueContract)['readReleased']>;
type Output = ProcedureOutput<(typeof issueContract)['readReleased']>;

export async function readReleased(context: ReadContext, { issueId }: Input): Promise<Output> {
  const issue = await findIssue(context.store, issueId);
  context.permit({ isPublished: issue?.isOnBoard === true });
  if (issue === undefined) throw new Problem('NOT_FOUND');
  return {
    ...viewPublic(issue),
    milestones: viewPlan(issue),
    history: viewPublicSteps(issue),
    shownPictures: await addressesOf(context.files, shownPictures(issue.pictures)),
  };
}
