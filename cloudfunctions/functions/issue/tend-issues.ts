/**
 * Each minute: texts go to the check, silent reporters are reminded and then shown apart, followers are told, figures counted anew,
 * words of what ended unseen leave the desk, and what has been kept for its time goes. Every step repeats harmlessly.
 */
import type { SystemContext } from '../../kernel/context';
import { expiredIssues, issuesWithNews, uncheckedIssues } from '../../repositories/issues';
import { atRest, contentId, findContent } from '../../records/contents';
import type { IssueDocument } from '../../repositories/documents';
import { contentOf } from './content-of';
import { noteSilence } from './note-silence';
import { recountLedgers } from './recount-ledgers';
import { followOn } from './follow-on';
import { tellFollowers } from './tell-followers';
import { DuplicateKey } from '../../kernel/store';

const RUN_MS = 40_000;

/** One that was sorted within its first minute is looked at by the machine alone: it waits at no desk, and may be released later. */
async function handIn(context: SystemContext, issue: IssueDocument): Promise<void> {
  const row = contentOf(context, issue);
  try {
    await context.store.insert('contents', [issue.stage === 'review' ? row : { ...row, ...atRest(row) }]);
  } catch (error) {
    if (!(error instanceof DuplicateKey)) throw error;
  }
}

/** A text stands beside its issue until the machine has been asked about it; what is over or hidden already nobody has to look at. */
async function handInTexts(context: SystemContext): Promise<void> {
  const { store } = context;
  for (const issue of await uncheckedIssues(store)) {
    if (issue.stage !== 'ended' && !issue.isHidden) await handIn(context, issue);
    await store.patchWhere('issues', { _id: issue._id }, { checkState: 'asked', sealedOpenid: '' });
  }
}

/** The words of what ended before anybody released them wait for nobody. */
async function restWords({ store }: SystemContext, { _id, stage, isOnBoard }: IssueDocument): Promise<void> {
  if (stage !== 'ended' || isOnBoard) return;
  const row = await findContent(store, 'issue', _id);
  const rest = row && atRest(row);
  if (row === undefined || rest === undefined) return;
  await store.patchWhere('contents', { _id: row._id, version: row.version }, rest);
}

/** Pictures and numbers of what ended a month ago, and the words that nobody released. */
async function eraseOld({ store, files, today }: SystemContext): Promise<void> {
  for (const { _id, pictures } of await expiredIssues(store, today)) {
    const isAtRest = { _id: contentId('issue', _id), state: 'hidden', purgeOn: '' };
    await store.patchWhere('contents', isAtRest, { purgeOn: today });
    await files.remove(pictures.map(({ fileId }) => fileId));
    await store.patchWhere('issues', { _id }, { pictures: [], sealedPhone: undefined, purgeOn: '' });
  }
}

async function passNewsOn(context: SystemContext): Promise<void> {
  const { store, files } = context;
  const moved = await issuesWithNews(store);
  if (moved.length === 0) return;
  await recountLedgers(context);
  for (const issue of moved) {
    if (context.elapsed() > RUN_MS) return;
    await restWords(context, issue);
    await tellFollowers(context, issue);
    await followOn(context, issue);
    await files.remove(issue.spentFiles);
    // A step that was taken meanwhile is news of its own: the next run has it.
    const isAsRead = { _id: issue._id, version: issue.version };
    const isTold = { hasNews: false, spentFiles: [], toldSteps: issue.history.length };
    await store.patchWhere('issues', isAsRead, isTold);
  }
}

export async function tendIssues(context: SystemContext): Promise<void> {
  await handInTexts(context);
  await noteSilence(context);
  await passNewsOn(context);
  await eraseOld(context);
}
