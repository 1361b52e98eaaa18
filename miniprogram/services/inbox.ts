/** The person's own messages: asked as the person, whichever seat acts. */
import type { inboxContract } from '@domain/contract/inbox';
import { client, NOBODY, type ReplyOf } from './client';
import { newOpId } from './new-op-id';
import { noteUnread } from './session';

const AS_PERSON = { actAs: NOBODY };
const inbox = client<typeof inboxContract>('inbox');

type Reading = ReplyOf<(typeof inboxContract)['readInbox']>;

/** A page of messages; the first one tells how many are unread, and the badges learn it. */
export async function readInbox(cursor?: string): Promise<Reading> {
  const reply = await inbox.readInbox(cursor === undefined ? {} : { cursor }, AS_PERSON);
  if (reply.ok && reply.data.unread !== undefined) await noteUnread(reply.data.unread);
  return reply;
}

/** What stood on the screen was seen. Lost, it is only shown as new once more. */
export async function markRead(seen: { from: number; upTo: number }): Promise<boolean> {
  const reply = await inbox.markRead(seen, { ...AS_PERSON, opId: await newOpId() });
  return reply.ok;
}

/** The ledger learns what the person has just allowed. Lost, one message fewer goes out. */
export async function allowMessages(
  templates: Parameters<typeof inbox.allowMessages>[0]['templates'],
): Promise<void> {
  await inbox.allowMessages({ templates }, { ...AS_PERSON, opId: await newOpId() });
}
