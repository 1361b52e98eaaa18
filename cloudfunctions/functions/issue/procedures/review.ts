import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { issueContract } from '@domain/contract/issue';
import { planText } from '@domain/issue/issue';
import type { ChangeContext } from '../../../kernel/context';
import {
  atRest,
  findContent,
  openContentText,
  releaseContent,
  restoreContent,
  submitContent,
} from '../../../records/contents';
import { chosenPictures } from '../../../records/pictures';
import type { IssueDocument } from '../../../repositories/documents';
import { issueAtWork, takeStep } from '../issue-step';

type Input = ProcedureParsed<(typeof issueContract)['review']>;
type Output = ProcedureOutput<(typeof issueContract)['review']>;

/** The steps of a plan that was made while nobody else saw the issue go the way of every text. */
async function handPlanIn(context: ChangeContext, issue: IssueDocument): Promise<void> {
  const { _id: subjectId, communityId, milestones } = issue;
  if (milestones.length === 0) return;
  const text = planText(milestones);
  await submitContent(context, { kind: 'plan', subjectId, communityId, text }, { isFirst: false });
}

/** Throws WRONG_STATE where the machine has not looked yet, where all see it already, and where the text is for the street alone. */
async function released(context: ChangeContext, issue: IssueDocument): Promise<Partial<IssueDocument>> {
  if (issue.isOnBoard) throw new Problem('WRONG_STATE', { state: 'released' });
  const content = await findContent(context.store, 'issue', issue._id);
  if (issue.isHidden || content === undefined || content.check === 'due') {
    throw new Problem('WRONG_STATE', { state: 'checking' });
  }
  // At rest, or once sent back to somebody who has nowhere to change it: either is let out after all.
  if (content.state === 'hidden' || content.state === 'returned') restoreContent(context, content);
  else releaseContent(context, content);
  await handPlanIn(context, issue);
  return {
    isOnBoard: true,
    boardAt: context.now,
    publicText: openContentText(context.keyring, content),
  };
}

/** Whoever keeps it off the board has decided about its words: nobody waits for them at the desk any more. */
async function keepOff({ store, write }: ChangeContext, { _id }: IssueDocument): Promise<void> {
  const row = await findContent(store, 'issue', _id);
  const rest = row && atRest(row);
  if (row !== undefined && rest !== undefined) write.patch('contents', row._id, rest);
}

/** Sorted, and perhaps let out for everybody; what was kept off is let out later by the same step. */
export async function review(context: ChangeContext, input: Input): Promise<Output> {
  const isReleased = input.board === 'release';
  const { issue, state } = await issueAtWork(context, input, isReleased ? 'release' : 'classify');
  const change = isReleased ? await released(context, issue) : {};
  if (!isReleased) await keepOff(context, issue);
  takeStep(context, issue, {
    step: isReleased ? 'release' : 'classify',
    state,
    change: {
      ...change,
      aspect: input.aspect,
      pictures: chosenPictures(issue.pictures, isReleased ? input.pictures : []),
    },
  });
  return { state };
}
