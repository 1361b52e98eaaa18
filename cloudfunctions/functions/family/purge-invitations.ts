/** Every night: what nobody opened, what nobody went on with, and what was sent long ago goes, drafts with it. */
import type { SystemContext } from '../../kernel/context';
import { purge } from '../../repositories/purge';

/** The function itself ends after ten seconds. */
const RUN_MS = 7000;

export function purgeInvitations(context: SystemContext): Promise<void> {
  return purge(context, 'invitations', { day: { lte: context.today }, runMs: RUN_MS });
}
