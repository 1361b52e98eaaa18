import { courseContract } from '@domain/contract/course';
import { serve } from '../../kernel/endpoint';
import { list } from './procedures/list';
import { listProgress } from './procedures/list-progress';
import { read } from './procedures/read';
import { readStats } from './procedures/read-stats';
import { submitQuiz } from './procedures/submit-quiz';

export const main = serve({
  contract: courseContract,
  procedures: { list, read, submitQuiz, listProgress, readStats },
});
