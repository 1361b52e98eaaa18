import { duplicateContract } from '@domain/contract/duplicate';
import { serve } from '../../kernel/endpoint';
import { findDuplicates } from './find-duplicates';
import { decide } from './procedures/decide';
import { list } from './procedures/list';

export const main = serve({
  contract: duplicateContract,
  procedures: { list, decide },
  timers: { findDuplicates },
});
