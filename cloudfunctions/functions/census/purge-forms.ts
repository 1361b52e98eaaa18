/**
 * Every night: forms whose sixty days are over go. One that nobody has confirmed leaves its door as it found it, and the work about
 * it ends; the boards of its compound are counted again.
 */
import type { SystemContext } from '../../kernel/context';
import type { Transaction } from '../../kernel/store';
import { doorAt } from '../../records/door-place';
import { joinTaskId } from '../../records/join-requests';
import { recountCompounds } from '../../records/roll-up';
import { wallChange, withFormDecided } from '../../records/wall-changes';
import type { SubmissionDocument, TaskDocument, WallDocument } from '../../repositories/documents';
import { purge } from '../../repositories/purge';
import { findSubmission, waitingTooLong } from '../../repositories/submissions';

/** The function itself ends after ten seconds. */
const RUN_MS = 7000;

async function voidTask(transaction: Transaction, form: SubmissionDocument, now: number): Promise<void> {
  const task = await transaction.find<TaskDocument>('tasks', joinTaskId(form));
  if (task?.state !== 'open') return;
  const change = { state: 'void', version: task.version + 1, closedAt: now, closedBy: '' };
  await transaction.patch('tasks', task._id, change);
}

/** False where somebody has decided about it meanwhile. */
async function expire(context: SystemContext, transaction: Transaction, id: string): Promise<boolean> {
  const form = await findSubmission({ find: transaction.find, search: context.store.search }, id);
  if (form?.state !== 'waiting') return false;
  const wall = await transaction.find<WallDocument>('walls', form.unitId);
  const { slot, stored } = doorAt(wall, form.doorId);
  const after = withFormDecided(stored, form);
  await transaction.patch('walls', form.unitId, wallChange([{ slot, after }]));
  await voidTask(transaction, form, context.now);
  await transaction.remove('submissions', id);
  return true;
}

export async function purgeForms(context: SystemContext): Promise<void> {
  const { store, now, today } = context;
  const touched = new Set<string>();
  for (const { _id, compoundId } of await waitingTooLong(store, today)) {
    if (context.elapsed() > RUN_MS) break;
    const isGone = await store.transact((transaction) => expire(context, transaction, _id));
    if (isGone) touched.add(compoundId);
  }
  await recountCompounds(store, [...touched], now);
  await purge(context, 'submissions', {
    day: { lte: today },
    runMs: RUN_MS,
    where: { state: { in: ['accepted', 'rejected', 'expired'] } },
  });
}
