import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { volunteerContract } from '@domain/contract/volunteer';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { grantedMinutesOf, hoursOfPage } from '../../../repositories/hours';
import { viewHours } from '../hours-views';

type Input = ProcedureParsed<(typeof volunteerContract)['hoursOwn']>;
type Output = ProcedureOutput<(typeof volunteerContract)['hoursOwn']>;

export async function hoursOwn(context: ReadContext, { cursor }: Input): Promise<Output> {
  const { userId } = context.caller;
  context.permit({ about: [userId] });
  const [{ rows, next }, grantedMinutes] = await Promise.all([
    hoursOfPage(context.store, userId, cursor),
    grantedMinutesOf(context.store, userId),
  ]);
  return { grantedMinutes, hours: rows.map(viewHours), ...nextOf({ next }) };
}
