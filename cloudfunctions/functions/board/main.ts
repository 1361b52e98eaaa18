import { boardContract } from '@domain/contract/board';
import type { SystemContext } from '../../kernel/context';
import { serve } from '../../kernel/endpoint';
import { rollUp } from '../../records/roll-up';
import { rollYields } from '../../records/roll-yields';
import { readProgress } from './procedures/read-progress';

const RUN_MS = 40_000;

const isOver = (context: SystemContext) => (): boolean => context.elapsed() > RUN_MS;

function rollBoards(context: SystemContext): Promise<void> {
  return rollUp(context.store, context.now, isOver(context));
}

/** Less often than the boards: what came by which way on which day is counted from every household of a compound that has moved. */
async function rollFigures(context: SystemContext): Promise<void> {
  const { streetId } = await context.campaign();
  await rollYields(context.store, { streetId, now: context.now }, isOver(context));
}

export const main = serve({
  contract: boardContract,
  procedures: { readProgress },
  timers: { rollUp: rollBoards, rollYields: rollFigures },
});
