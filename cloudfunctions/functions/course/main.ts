import { courseContract } from '@domain/contract/course';
import { serve } from '../../kernel/endpoint';
import { list } from './procedures/list';
import { listDesk } from './procedures/list-desk';
import { listProgress } from './procedures/list-progress';
import { read } from './procedures/read';
import { readDesk } from './procedures/read-desk';
import { readStats } from './procedures/read-stats';
import { save } from './procedures/save';
import { submitQuiz } from './procedures/submit-quiz';
import { withdraw } from './procedures/withdraw';

export const main = serve({
  contract: courseContract,
  procedures: { list, read, submitQuiz, listProgress, listDesk, readDesk, save, withdraw, readStats },
});
