import type { Reader, Store } from '../kernel/store';
import type { InvitationDocument } from './documents';

const NAME = 'invitations';
const PURGED_A_ROUND = 200;

export function findInvitation(reader: Reader, id: string): Promise<InvitationDocument | undefined> {
  return reader.find<InvitationDocument>(NAME, id);
}

/** Invitations whose time is over, the oldest first. Index purgeOn. */
export function invitationsToPurge(reader: Reader, today: string): Promise<InvitationDocument[]> {
  return reader.search<InvitationDocument>(NAME, {
    where: { purgeOn: { lte: today } },
    order: [['purgeOn', 'asc']],
    limit: PURGED_A_ROUND,
  });
}

export async function removeInvitations(store: Store, ids: readonly string[]): Promise<void> {
  for (const id of ids) await store.remove(NAME, id);
}
