import { Problem } from '@domain/kernel/problem';
import { standingOf, type Standing } from '@domain/activity/places';
import type { ChangeContext } from '../../kernel/context';
import { findActivity, findQueue, findSignup } from '../../repositories/activities';
import type { ActivityDocument, SignupDocument } from '../../repositories/documents';

export interface OwnSignup {
  readonly activity: ActivityDocument;
  readonly signup: SignupDocument;
  readonly standing: Standing;
}

/** The caller's sign-up with its activity. Throws NOT_FOUND where there is none. */
export async function ownSignup(context: ChangeContext, activityId: string): Promise<OwnSignup> {
  const { caller, store } = context;
  context.permit({ about: [caller.userId] });
  const [activity, queue, signup] = await Promise.all([
    findActivity(store, activityId),
    findQueue(store, activityId),
    findSignup(store, activityId, caller.userId),
  ]);
  if (activity === undefined || queue === undefined || signup === undefined) throw new Problem('NOT_FOUND');
  return { activity, signup, standing: standingOf(queue, signup) };
}

/** Throws WRONG_STATE where the activity is not to come or under way, or the person has no place in it. */
export function checkPlaced({ activity, standing }: OwnSignup): void {
  if (activity.state !== 'published') throw new Problem('WRONG_STATE', { state: activity.state });
  if (standing.phase !== 'placed') throw new Problem('WRONG_STATE', { state: standing.phase });
}

/** Throws STALE_VERSION. */
export function checkVersion({ signup }: OwnSignup, version: number): void {
  if (signup.version !== version) throw new Problem('STALE_VERSION', { version: signup.version });
}
