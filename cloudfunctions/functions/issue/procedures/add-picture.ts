import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { issueContract } from '@domain/contract/issue';
import { PICTURES_MAX } from '@domain/kernel/picture';
import { stageOf } from '@domain/issue/issue-state';
import type { ChangeContext } from '../../../kernel/context';
import { keptPicture } from '../../../records/pictures';
import { findIssue } from '../../../repositories/issues';
import { recordStep } from '../issue-step';

type Input = ProcedureParsed<(typeof issueContract)['addPicture']>;
type Output = ProcedureOutput<(typeof issueContract)['addPicture']>;

/** The picture is kept anew under the issue's own name, without what the phone wrote into it; the phone's file goes. */
export async function addPicture(context: ChangeContext, { issueId, fileId }: Input): Promise<Output> {
  const issue = await findIssue(context.store, issueId);
  if (issue === undefined) throw new Problem('NOT_FOUND');
  const { userId } = context.caller;
  const isTheirs = issue.reporterIds.includes(userId) || issue.workedBy[0] === userId;
  context.permit({ madeBy: isTheirs ? userId : '', linkValid: isTheirs });
  if (stageOf(issue.state) === 'ended' || issue.pictures.length >= PICTURES_MAX) {
    throw new Problem('WRONG_STATE', { state: issue.state });
  }
  const pictures = [...issue.pictures, await keptPicture(context, { fileId, folder: `issues/${issueId}` })];
  context.write.patch('issues', issueId, {
    pictures,
    spentFiles: [...issue.spentFiles, fileId],
    version: issue.version + 1,
    hasNews: true,
  });
  recordStep(context, issue, { step: 'report' });
  return { pictures: pictures.length };
}
