/** Every night: messages whose half year is over go, and what the outbox kept of them. */
import type { SystemContext } from '../../kernel/context';
import { outdated } from '../../repositories/messages';

const RUN_MS = 40_000;
const TOGETHER = 20;

async function purge(context: SystemContext, collection: 'messages' | 'outbox'): Promise<void> {
  for (;;) {
    const ids = await outdated(context.store, collection, context.today);
    for (let at = 0; at < ids.length; at += TOGETHER) {
      if (context.elapsed() > RUN_MS) return;
      await Promise.all(ids.slice(at, at + TOGETHER).map((id) => context.store.remove(collection, id)));
    }
    if (ids.length === 0) return;
  }
}

export async function purgeMessages(context: SystemContext): Promise<void> {
  await purge(context, 'messages');
  await purge(context, 'outbox');
}
