import type { ReadContext } from '../../kernel/context';

const TICKET_MS = 60 * 60_000;

/** A ticket to the door's blank form, worth what its printed code is worth: for whom the invitation is not. */
export function ticketTo({ keyring, now }: Pick<ReadContext, 'keyring' | 'now'>, doorId: string): string {
  return keyring.signTicket(doorId, now + TICKET_MS);
}
