import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { CODE_MS, codeWindow } from '@domain/activity/attendance';
import { presentIn } from '@domain/activity/places';
import type { activityContract } from '@domain/contract/activity';
import { Problem } from '@domain/kernel/problem';
import type { ReadContext } from '../../../kernel/context';
import { findActivity, findQueue, insideOf } from '../../../repositories/activities';
import { placeOfActivity } from '../activity-place';
import { codeOf } from '../check-code';

type Input = ProcedureParsed<(typeof activityContract)['showCode']>;
type Output = ProcedureOutput<(typeof activityContract)['showCode']>;

export async function showCode(context: ReadContext, { activityId }: Input): Promise<Output> {
  const { caller, keyring, now, store } = context;
  const activity = await findActivity(store, activityId);
  if (activity === undefined) throw new Problem('NOT_FOUND');
  context.permit(placeOfActivity(activity));
  const isHere = activity.state === 'published' && activity.desk.includes(caller.userId);
  if (!isHere) throw new Problem('WRONG_STATE', { state: activity.state });

  const [queue, inside] = await Promise.all([findQueue(store, activityId), insideOf(store, activityId)]);
  const window = codeWindow(now);
  return {
    title: activity.title,
    code: codeOf(keyring, { activityId, holderId: caller.userId, window }),
    until: (window + 1) * CODE_MS,
    inside,
    expected: Math.min(activity.capacity, queue === undefined ? 0 : presentIn(queue).length),
  };
}
