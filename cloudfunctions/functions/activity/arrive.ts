/** Takes a place in the order of arrival: at once, for all who come in the same moment, and once however often it is repeated. */
import { rankIn } from '@domain/activity/places';
import { Problem } from '@domain/kernel/problem';
import type { ClaimContext } from '../../kernel/context';
import { addOnce } from '../../kernel/store';
import { findActivity, SIGNUPS_MAX } from '../../repositories/activities';
import type { ActivityQueueDocument } from '../../repositories/documents';

const KEY_LENGTH = 12;
const ROUNDS_MAX = 50;

interface Comer {
  readonly activityId: string;
  readonly signupId: string;
  readonly round: number;
}

export interface Arrival {
  readonly queue: ActivityQueueDocument;
  readonly key: string;
  readonly round: number;
}

/** Why nobody arrives. */
async function refusal({ store }: ClaimContext, activityId: string): Promise<Problem> {
  const activity = await findActivity(store, activityId);
  const isKnown = activity !== undefined && !['checking', 'returned', 'hidden'].includes(activity.state);
  return isKnown
    ? new Problem('WRONG_STATE', { state: activity.state, sentence: '报名已经结束了，看看别的活动' })
    : new Problem('NOT_FOUND');
}

/**
 * One write to one document gives the next place in the order, and answers the order as it then stands: there is nothing to lose a
 * race for. Throws NOT_FOUND, WRONG_STATE.
 */
export async function arrive(
  context: ClaimContext,
  { activityId, signupId, round }: Comer,
): Promise<Arrival> {
  const key = `${signupId.slice(0, KEY_LENGTH)}.${round}`;
  const open = { _id: activityId, isOpen: true, closesAt: { gt: context.now } };
  const queue = await context.store.patchAndRead<ActivityQueueDocument>('activityQueues', open, {
    arrivals: addOnce(key),
  });
  if (queue === undefined) throw await refusal(context, activityId);
  if (rankIn(queue, key) !== undefined) return { queue, key, round };
  // A timer has taken this arrival out again, because nothing came of it.
  if (round >= ROUNDS_MAX || queue.arrivals.length >= SIGNUPS_MAX) throw new Problem('WRONG_STATE');
  return arrive(context, { activityId, signupId, round: round + 1 });
}
