/** Every night: messages whose half year is over go, and what the outbox kept of them. */
import type { SystemContext } from '../../kernel/context';
import { purge } from '../../repositories/purge';

const RUN_MS = 40_000;

export async function purgeMessages(context: SystemContext): Promise<void> {
  const due = { day: { lte: context.today }, runMs: RUN_MS };
  await purge(context, 'messages', due);
  await purge(context, 'outbox', due);
}
