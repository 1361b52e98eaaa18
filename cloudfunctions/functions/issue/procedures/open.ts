import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { issueContract } from '@domain/contract/issue';
import type { ReadContext } from '../../../kernel/context';
import { nextIssueState } from '@domain/issue/issue-state';
import { findContent } from '../../../records/contents';
import { addressesOf } from '../../../records/pictures';
import type { IssueDocument } from '../../../repositories/documents';
import { findIssue } from '../../../repositories/issues';
import { placeOf } from '../issue-step';
import { viewOpened, type Opened } from '../issue-views';

type Input = ProcedureParsed<(typeof issueContract)['open']>;
type Output = ProcedureOutput<(typeof issueContract)['open']>;

async function checkOf(
  { store }: ReadContext,
  { _id, state, checkState, isOnBoard, isHidden }: IssueDocument,
): Promise<Opened['check']> {
  if (checkState !== 'asked') return checkState;
  if (isOnBoard || isHidden || nextIssueState(state, 'release') === undefined) return 'none';
  return (await findContent(store, 'issue', _id))?.check ?? 'due';
}

/** Whoever handles it sees its pictures before anybody else does. */
export async function open(context: ReadContext, { issueId }: Input): Promise<Output> {
  const issue = await findIssue(context.store, issueId);
  if (issue === undefined) throw new Problem('NOT_FOUND');
  context.permit(placeOf(issue));
  const [check, shownPictures] = await Promise.all([
    checkOf(context, issue),
    addressesOf(context.files, issue.pictures),
  ]);
  context.look({ subjects: [issueId], fields: ['text'] });
  const viewer = { keyring: context.keyring, today: context.today };
  return viewOpened(viewer, issue, { check, userId: context.caller.userId, shownPictures });
}
