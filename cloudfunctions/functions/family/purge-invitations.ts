/** Every night: what nobody opened, what nobody went on with, and what was sent long ago goes, drafts with it. */
import type { SystemContext } from '../../kernel/context';
import { invitationsToPurge, removeInvitations } from '../../repositories/invitations';

const ROUNDS_MAX = 20;

export async function purgeInvitations({ store, today }: SystemContext): Promise<void> {
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const over = await invitationsToPurge(store, today);
    if (over.length === 0) return;
    await removeInvitations(
      store,
      over.map(({ _id }) => _id),
    );
  }
}
