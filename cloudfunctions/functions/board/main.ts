import { boardContract } from '@domain/contract/board';
import type { SystemContext } from '../../kernel/context';
import { serve } from '../../kernel/endpoint';
import { rollUp } from '../../records/roll-up';
import { rollYields } from '../../records/roll-yields';
import { readProgress } from './procedures/read-progress';

const ROLL_UP_MS = 40_000;

/** Figures first by door, then by way and day, which are made beside them. */
async function rollEverything(context: SystemContext): Promise<void> {
  const { store, now } = context;
  const isTimeUp = (): boolean => context.elapsed() > ROLL_UP_MS;
  await rollUp(store, now, isTimeUp);
  const { streetId } = await context.campaign();
  await rollYields(store, { streetId, now }, isTimeUp);
}

export const main = serve({
  contract: boardContract,
  procedures: { readProgress },
  timers: { rollUp: rollEverything },
});
