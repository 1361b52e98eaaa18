import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { issueContract } from '@domain/contract/issue';
import type { ChangeContext } from '../../../kernel/context';
import { findContent, openContentText, outliveWords, releaseContent } from '../../../records/contents';
import { chosenPictures } from '../../../records/pictures';
import type { IssueDocument } from '../../../repositories/documents';
import { issueAtWork, takeStep } from '../issue-step';

type Input = ProcedureParsed<(typeof issueContract)['review']>;
type Output = ProcedureOutput<(typeof issueContract)['review']>;

/** Throws WRONG_STATE where the machine has not looked yet, and where the text is for the street alone. */
async function released(context: ChangeContext, issue: IssueDocument): Promise<Partial<IssueDocument>> {
  const content = await findContent(context.store, 'issue', issue._id);
  if (issue.isHidden || content === undefined) throw new Problem('WRONG_STATE', { state: 'checking' });
  releaseContent(context, content);
  return {
    isOnBoard: true,
    boardAt: context.now,
    publicText: openContentText(context.keyring, content),
  };
}

/** Whoever keeps it off the board has decided about its words: nobody waits for them at the desk any more. */
async function keepOff(
  { store, write, today }: ChangeContext,
  { _id: subjectId }: IssueDocument,
): Promise<void> {
  const find: typeof store.find = (collection, id) => store.find(collection, id);
  await outliveWords({ find, write, today }, { kind: 'issue', subjectId });
}

export async function review(context: ChangeContext, input: Input): Promise<Output> {
  const { issue, state } = await issueAtWork(context, input, 'classify');
  const isReleased = input.board === 'release';
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
