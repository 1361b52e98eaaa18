import { practiceContract } from '@domain/contract/practice';
import { serve } from '../../kernel/endpoint';
import { purgePractices } from '../../repositories/practices';
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
    purgePractices: (context) =>
      purgePractices(context.store, context.today, () => context.elapsed() > PURGE_MS),
  },
});
