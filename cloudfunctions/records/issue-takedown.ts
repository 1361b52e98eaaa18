/** A text that the publishing desk takes down leaves the board with its issue, which goes on and stays counted. */
import type { ChangeContext } from '../kernel/context';
import type { IssueDocument } from '../repositories/documents';
import { findIssue } from '../repositories/issues';
import type { Decision } from './content-decision';
import { withStep } from './issue-words';

/** Seen by nobody but its reporter and the desk: neither its words nor a picture. */
export function outOfSight({
  pictures,
}: IssueDocument): Pick<IssueDocument, 'isHidden' | 'isOnBoard' | 'publicText' | 'pictures'> {
  return {
    isHidden: true,
    isOnBoard: false,
    publicText: '',
    pictures: pictures.map((picture) => ({ ...picture, state: 'kept' })),
  };
}

export async function takeIssueDown(context: ChangeContext, { row, reason }: Decision): Promise<void> {
  const { store, keyring, now, caller } = context;
  const issue = await findIssue(store, row.subjectId);
  if (issue === undefined || issue.isHidden) return;
  context.write.patch('issues', issue._id, {
    version: issue.version + 1,
    ...outOfSight(issue),
    hasNews: true,
    history: withStep(keyring, issue, { step: 'hide', at: now, role: caller.role, note: reason }),
  });
}
