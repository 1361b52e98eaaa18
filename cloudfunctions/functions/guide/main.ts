import { guideContract } from '@domain/contract/guide';
import { serve } from '../../kernel/endpoint';
import { list } from './procedures/list';
import { listDirectory } from './procedures/list-directory';
import { rate } from './procedures/rate';
import { readStats } from './procedures/read-stats';

export const main = serve({
  contract: guideContract,
  procedures: { list, rate, readStats, listDirectory },
});
