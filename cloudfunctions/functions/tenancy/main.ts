import { tenancyContract } from '@domain/contract/tenancy';
import { serve } from '../../kernel/endpoint';
import { noteSilence } from './note-silence';
import { answer } from './procedures/answer';
import { decide } from './procedures/decide';
import { listAsked } from './procedures/list-asked';
import { listOpen } from './procedures/list-open';

export const main = serve({
  contract: tenancyContract,
  procedures: { listAsked, answer, listOpen, decide },
  timers: { noteSilence },
});
