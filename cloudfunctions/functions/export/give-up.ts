/** A file that will not be made: it says so, its rows of full names count for nobody, and those who wait for it hear of it. */
import { dayOf } from '@domain/kernel/day';
import type { SystemContext } from '../../kernel/context';
import { findExport, markFailed } from '../../repositories/exports';
import { giveBackClearRows } from './clear-allowance';
import { tellFailed } from './tell-end';

/**
 * Killed after the mark, it leaves rows that were taken taken: more than was allowed must not leave. The message comes with the
 * next run.
 */
export async function giveUp(context: SystemContext, exportId: string): Promise<void> {
  const { store } = context;
  const isMine = await markFailed(store, exportId);
  const file = await findExport(store, exportId);
  if (file?.state !== 'failed') return;
  const { requesterId: userId, clearRows: rows } = file;
  if (isMine && rows !== undefined) await giveBackClearRows(context, { userId, day: dayOf(file.at), rows });
  await tellFailed(context, file);
}
