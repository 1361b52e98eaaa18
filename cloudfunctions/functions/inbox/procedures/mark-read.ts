import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { inboxContract } from '@domain/contract/inbox';
import type { ChangeContext } from '../../../kernel/context';
import { unseenBetween } from '../../../repositories/messages';

type Input = ProcedureParsed<(typeof inboxContract)['markRead']>;
type Output = ProcedureOutput<(typeof inboxContract)['markRead']>;

/** Messages are found beside the transaction and marked in it: nobody unread ones one, so what was found stays right. */
export async function markRead(context: ChangeContext, seen: Input): Promise<Output> {
  const { userId } = context.caller;
  context.permit({ about: [userId] });
  for (const id of await unseenBetween(context.store, userId, seen)) {
    context.write.patch('messages', id, { isRead: true });
  }
  context.record({ objects: [userId], subjects: [], fields: ['isRead'], place: {} });
  return {};
}
