/** Every night: texts that were returned or taken down a month ago go. */
import type { SystemContext } from '../../kernel/context';
import { purge } from '../../repositories/purge';

const RUN_MS = 40_000;

export async function purgeContents(context: SystemContext): Promise<void> {
  await purge(context, 'contents', { day: { gt: '', lte: context.today }, runMs: RUN_MS });
}
