import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { nextActivityState } from '@domain/activity/activity-state';
import type { activityContract } from '@domain/contract/activity';
import { allowed, Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../../kernel/context';
import { findContent, hideContent } from '../../../records/contents';
import { findActivity } from '../../../repositories/activities';
import { placeOfActivity } from '../activity-place';

type Input = ProcedureParsed<(typeof activityContract)['close']>;
type Output = ProcedureOutput<(typeof activityContract)['close']>;

/** Why words that wait for it leave the desk's queue. */
const CALLED_OFF = '活动取消了';

/** Nobody signs up any more; within a minute everybody who had is told, and what was counted of it counts no longer. */
export async function close(context: ChangeContext, { activityId, version }: Input): Promise<Output> {
  const activity = await findActivity(context.store, activityId);
  if (activity === undefined) throw new Problem('NOT_FOUND');
  context.permit(placeOfActivity(activity));
  const state = allowed(nextActivityState(activity.state, 'cancel'), activity.state);
  if (activity.version !== version) throw new Problem('STALE_VERSION', { version: activity.version });

  context.write.patch('activities', activityId, { version: version + 1, state, dueAt: context.now });
  context.write.patch('activityQueues', activityId, { isOpen: false });
  const content = await findContent(context.store, 'activity', activityId);
  const waits = content?.state === 'checking' || content?.state === 'waiting';
  if (waits) hideContent(context, content, CALLED_OFF);
  const { communityId } = activity;
  context.record({ objects: [activityId], subjects: [], fields: [state], place: { communityId } });
  return { state };
}
