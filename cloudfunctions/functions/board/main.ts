import { boardContract } from '@domain/contract/board';
import { serve } from '../../kernel/endpoint';
import { rollUp } from '../../records/roll-up';
import { readProgress } from './procedures/read-progress';

const ROLL_UP_MS = 40_000;

export const main = serve({
  contract: boardContract,
  procedures: { readProgress },
  timers: {
    rollUp: (context) => rollUp(context.store, context.now, () => context.elapsed() > ROLL_UP_MS),
  },
});
