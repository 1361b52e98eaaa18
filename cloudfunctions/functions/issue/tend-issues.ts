/**
 * Each minute: texts go to the check, silent reporters are reminded and then shown apart, followers are told, figures counted anew,
 * and what has been kept for its time goes. Every step repeats harmlessly.
 */
import type { SystemContext } from '../../kernel/context';
import { expiredIssues, issuesWithNews, uncheckedIssues } from '../../repositories/issues';
import { contentOf } from './content-of';
import { noteSilence } from './note-silence';
import { recountLedgers } from './recount-ledgers';
import { tellFollowers } from './tell-followers';
import { DuplicateKey } from '../../kernel/store';

const RUN_MS = 40_000;

/** A text stands beside its issue until the machine has been asked about it. */
async function handInTexts(context: SystemContext): Promise<void> {
  const { store } = context;
  for (const issue of await uncheckedIssues(store)) {
    try {
      await store.insert('contents', [contentOf(context, issue)]);
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
    }
    await store.patchWhere('issues', { _id: issue._id }, { checkState: 'asked', sealedOpenid: '' });
  }
}

/** Pictures and numbers of what ended a month ago. */
async function eraseOld({ store, files, today }: SystemContext): Promise<void> {
  for (const { _id, pictures } of await expiredIssues(store, today)) {
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
    await tellFollowers(context, issue);
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
