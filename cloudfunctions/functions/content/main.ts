import { contentContract } from '@domain/contract/content';
import type { SystemContext } from '../../kernel/context';
import { serve } from '../../kernel/endpoint';
import { contentChecks } from '../../ports/content-checks';
import { checkContents } from './check-contents';
import { queue } from './procedures/queue';
import { readContent } from './procedures/read-content';
import { reportAbuse } from './procedures/report-abuse';
import { review } from './procedures/review';
import { takedown } from './procedures/takedown';
import { purgeContents } from './purge-contents';

async function check(context: SystemContext): Promise<void> {
  const { allowTestNumbers } = await context.campaign();
  await checkContents(context, contentChecks(context.store, allowTestNumbers));
}

export const main = serve({
  contract: contentContract,
  procedures: { queue, readContent, review, takedown, reportAbuse },
  timers: { checkContents: check, purgeContents },
});
