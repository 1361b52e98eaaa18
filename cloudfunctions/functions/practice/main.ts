import { practiceContract } from '@domain/contract/practice';
import { serve } from '../../kernel/endpoint';
import { PRACTICES } from '../../repositories/practices';
import { purge } from '../../repositories/purge';
import { open } from './procedures/open';
import { read } from './procedures/read';
import { submitForm } from './procedures/submit-form';
import { submitQuiz } from './procedures/submit-quiz';
import { submitVisit } from './procedures/submit-visit';

const PURGE_MS = 20_000;

export const main = serve({
  contract: practiceContract,
  procedures: { open, read, submitVisit, submitForm, submitQuiz },
  timers: {
    purgePractices: (context) => purge(context, PRACTICES, { day: { lt: context.today }, runMs: PURGE_MS }),
  },
});
