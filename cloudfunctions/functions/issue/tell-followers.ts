import { NEIGHBOUR_STEPS } from '@domain/issue/issue-step';
import type { SystemContext } from '../../kernel/context';
import { DuplicateKey } from '../../kernel/store';
import { messageFromTimer } from '../../records/messages';
import { followersOf } from '../../repositories/issues';
import type { IssueDocument, IssueFollowDocument, MessageDocument } from '../../repositories/documents';
import { calledOf } from './issue-step';

const BOARD_PAGE = '/packages/life/pages/issue-detail/issue-detail';

/**
 * Of the newest step, and of every other one since the last news that was taken while this person followed. Each is told once: the
 * message's id follows from issue, step and person. Those of one run are a millisecond apart, so that the inbox keeps their order.
 */
function newsFor(
  context: SystemContext,
  issue: IssueDocument,
  { userId, at: since }: IssueFollowDocument,
): MessageDocument[] {
  const { _id, history, mergedInto, toldSteps = 0 } = issue;
  const { place, note } = calledOf(issue);
  // Of one that was merged the other one goes on.
  const link = `${BOARD_PAGE}?id=${mergedInto === '' ? _id : mergedInto}`;
  const newest = history.length - 1;
  return history.flatMap(({ step, at }, index) => {
    if (index < newest && (index < toldSteps || at < since)) return [];
    const values = { place, note: `${NEIGHBOUR_STEPS[step]}${note}` };
    const cause = `${_id}.step.${index + 1}`;
    const now = context.now - (newest - index);
    return [messageFromTimer({ ...context, now }, cause, { userId, kind: 'issueFollowed', values, link })];
  });
}

/** Everybody who met the same hears of every step. */
export async function tellFollowers(context: SystemContext, issue: IssueDocument): Promise<void> {
  if (issue.followers === 0) return;
  let after = '';
  for (;;) {
    const followers = await followersOf(context.store, issue._id, after);
    for (const follower of followers) {
      for (const message of newsFor(context, issue, follower)) await insertOnce(context, message);
    }
    const last = followers[followers.length - 1];
    if (last === undefined) return;
    after = last._id;
  }
}

async function insertOnce({ store }: SystemContext, message: { readonly _id: string }): Promise<void> {
  try {
    await store.insert('messages', [message]);
  } catch (error) {
    if (!(error instanceof DuplicateKey)) throw error;
  }
}
