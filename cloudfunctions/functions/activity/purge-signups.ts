/** Every night: sign-ups whose time is over go, with the names in them. Repeats harmlessly. */
import type { SystemContext } from '../../kernel/context';
import { purge } from '../../repositories/purge';

const RUN_MS = 40_000;

export function purgeSignups(context: SystemContext): Promise<void> {
  return purge(context, 'signups', { day: { lt: context.today }, runMs: RUN_MS });
}
