import { certificateContract } from '@domain/contract/certificate';
import { serve } from '../../kernel/endpoint';
import { issue } from './procedures/issue';
import { listNames } from './procedures/list-names';
import { readPaper } from './procedures/read-paper';
import { verify } from './procedures/verify';

export const main = serve({
  contract: certificateContract,
  procedures: { listNames, issue, readPaper, verify },
});
