import { stageOf } from '@domain/issue/issue-state';
import type { SystemContext } from '../../kernel/context';
import { increase, type Transaction } from '../../kernel/store';
import { findFollow, findIssue, followersOf, newFollow } from '../../repositories/issues';
import type { IssueDocument } from '../../repositories/documents';

async function followOne(
  transaction: Transaction,
  { intoId, userId, now }: { readonly intoId: string; readonly userId: string; readonly now: number },
): Promise<void> {
  const into = await findIssue(transaction, intoId);
  if (into?.isOnBoard !== true || stageOf(into.state) === 'ended') return;
  if (into.reporterIds.includes(userId)) return;
  if ((await findFollow(transaction, intoId, userId)) !== undefined) return;
  await transaction.insert('issueFollows', newFollow(intoId, userId, now));
  await transaction.patch('issues', intoId, { followers: increase(1) });
}

/**
 * Whoever met the same as one that was merged hears from now on of the one that goes on, where everybody may read that one. Its
 * reporters follow it since the merging itself.
 */
export async function followOn({ store, now }: SystemContext, issue: IssueDocument): Promise<void> {
  const { _id, state, mergedInto: intoId, followers } = issue;
  if (state !== 'merged' || followers === 0) return;
  let after = '';
  for (;;) {
    const page = await followersOf(store, _id, after);
    for (const { userId } of page) {
      await store.transact((transaction) => followOne(transaction, { intoId, userId, now }));
    }
    const last = page[page.length - 1];
    if (last === undefined) return;
    after = last._id;
  }
}
