import { inboxContract } from '@domain/contract/inbox';
import type { SystemContext } from '../../kernel/context';
import { serve } from '../../kernel/endpoint';
import { messagesPort } from '../../ports/messages';
import { allowMessages } from './procedures/allow-messages';
import { markRead } from './procedures/mark-read';
import { readInbox } from './procedures/read-inbox';
import { purgeMessages } from './purge-messages';
import { sendMessages } from './send-messages';

async function send(context: SystemContext): Promise<void> {
  const { allowTestNumbers } = await context.campaign();
  const deployed = { allowTestNumbers, templates: process.env['WANJIA_TEMPLATES'] ?? '' };
  await sendMessages(context, messagesPort(context.store, deployed));
}

export const main = serve({
  contract: inboxContract,
  procedures: { readInbox, markRead, allowMessages },
  timers: { sendMessages: send, purgeMessages },
});
