/** Every night: notices whose last day is over are shown no longer, and what they reached goes a month later. */
import type { SystemContext } from '../../kernel/context';
import { NOTICE_STATES, nextNoticeState } from '@domain/notice/notice-state';
import { endingNotices } from '../../repositories/notices';
import { purge } from '../../repositories/purge';

const RUN_MS = 40_000;

export async function endNotices(context: SystemContext): Promise<void> {
  for (const state of NOTICE_STATES.filter((one) => nextNoticeState(one, 'end') !== undefined)) {
    for (const { _id, version } of await endingNotices(context.store, { state, today: context.today })) {
      const change = { state: nextNoticeState(state, 'end'), version: version + 1 };
      await context.store.patchWhere('notices', { _id, version }, change);
    }
  }
  const due = { day: { lte: context.today }, runMs: RUN_MS };
  await purge(context, 'deliveries', due);
  await purge(context, 'reaches', due);
}
