import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { inboxContract } from '@domain/contract/inbox';
import type { ChangeContext } from '../../../kernel/context';
import { markSeen } from '../../../repositories/messages';

type Input = ProcedureParsed<(typeof inboxContract)['markRead']>;
type Output = ProcedureOutput<(typeof inboxContract)['markRead']>;

/** One guarded update for a whole screen of messages; it stands beside the event, because doing it again changes nothing. */
export async function markRead(context: ChangeContext, seen: Input): Promise<Output> {
  const { userId } = context.caller;
  context.permit({ about: [userId] });
  await markSeen(context.bulk, userId, seen);
  context.record({ objects: [userId], subjects: [], fields: ['isRead'], place: {} });
  return {};
}
