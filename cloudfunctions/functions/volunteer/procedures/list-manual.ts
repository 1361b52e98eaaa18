import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { volunteerContract } from '@domain/contract/volunteer';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { manualHoursPage } from '../../../repositories/hours';

type Input = ProcedureParsed<(typeof volunteerContract)['listManual']>;
type Output = ProcedureOutput<(typeof volunteerContract)['listManual']>;

export async function listManual(context: ReadContext, { communityId, cursor }: Input): Promise<Output> {
  context.permit({ isPublished: true });
  const { rows, next } = await manualHoursPage(context.store, communityId, cursor);
  const entries = rows.map(({ day, minutes, ground = 'correction', state }) => ({
    day,
    minutes,
    ground,
    state,
  }));
  return { entries, ...nextOf({ next }) };
}
