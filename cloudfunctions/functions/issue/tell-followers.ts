import { STEP_WORDS } from '@domain/issue/issue-step';
import type { SystemContext } from '../../kernel/context';
import { DuplicateKey } from '../../kernel/store';
import { messageFromTimer } from '../../records/messages';
import { followersOf } from '../../repositories/issues';
import type { IssueDocument } from '../../repositories/documents';
import { calledOf } from './issue-step';

const BOARD_PAGE = '/packages/life/pages/issue-detail/issue-detail';

/** Everybody who met the same hears of the newest step, once: the message's id follows from issue, step and person. */
export async function tellFollowers(context: SystemContext, issue: IssueDocument): Promise<void> {
  const newest = issue.history[issue.history.length - 1];
  if (issue.followers === 0 || newest === undefined) return;
  const { place, note } = calledOf(issue);
  const values = { place, note: `${STEP_WORDS[newest.step]}${note}` };
  const link = `${BOARD_PAGE}?id=${issue._id}`;
  let after = '';
  for (;;) {
    const followers = await followersOf(context.store, issue._id, after);
    for (const { userId } of followers) {
      const cause = `${issue._id}.step.${issue.history.length}`;
      const message = messageFromTimer(context, cause, { userId, kind: 'issueFollowed', values, link });
      await insertOnce(context, message);
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
