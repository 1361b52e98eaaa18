import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { inboxContract, InboxMessage } from '@domain/contract/inbox';
import { messageWords } from '@domain/inbox/message';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { openValues } from '../../../records/messages';
import type { MessageDocument } from '../../../repositories/documents';
import { newestMessages, olderMessages } from '../../../repositories/messages';

type Input = ProcedureParsed<(typeof inboxContract)['readInbox']>;
type Output = ProcedureOutput<(typeof inboxContract)['readInbox']>;

/** A message belongs to the person, whichever seat acts. */
export async function readInbox(context: ReadContext, { cursor }: Input): Promise<Output> {
  const { userId } = context.caller;
  context.permit({ about: [userId] });
  const view = (message: MessageDocument): InboxMessage => {
    const { _id, kind, at, isRead, link } = message;
    return { id: _id, ...messageWords(kind, openValues(context.keyring, message)), at, isRead, link };
  };
  if (cursor === undefined) {
    const { page, unread } = await newestMessages(context.store, userId);
    return { messages: page.rows.map(view), unread, ...nextOf(page) };
  }
  const { rows, next } = await olderMessages(context.store, userId, cursor);
  return { messages: rows.map(view), ...nextOf({ next }) };
}
