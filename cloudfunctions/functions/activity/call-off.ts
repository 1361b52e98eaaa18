/** An activity that was called off: everybody who had signed up is told, and nothing of it counts. */
import { dayOf, dayWords } from '@domain/kernel/day';
import { nextHoursState } from '@domain/volunteer/service-hours';
import type { SystemContext } from '../../kernel/context';
import { messageFromTimer } from '../../records/messages';
import { signupsOf } from '../../repositories/activities';
import type { ActivityDocument, HoursDocument, SignupDocument } from '../../repositories/documents';
import { findHours, hoursId } from '../../repositories/hours';
import { activityLink } from './move-places';

const LOOK_AGAIN_MS = 60_000;

async function callOffFor(
  context: SystemContext,
  activity: ActivityDocument,
  { _id: signupId, userId }: SignupDocument,
): Promise<void> {
  const { _id, startAt, title } = activity;
  const values = { place: title, day: dayWords(dayOf(startAt)) };
  const told = { userId, kind: 'activityCancelled', values, link: activityLink(activity) } as const;
  await context.store.transact(async (transaction) => {
    const reader = { find: transaction.find, search: context.store.search };
    const signup = await transaction.find<SignupDocument>('signups', signupId);
    if (signup?.state !== 'active') return;
    const id = hoursId(userId, 'activity', _id);
    const hours: HoursDocument | undefined =
      signup.minutes === undefined ? undefined : await findHours(reader, id);
    const state = hours && nextHoursState(hours.state, 'cancel');
    if (hours !== undefined && state !== undefined) {
      await transaction.patch('hours', id, { version: hours.version + 1, state, minutes: 0 });
    }
    const minutes = signup.minutes === undefined ? {} : { minutes: 0 };
    await transaction.patch('signups', signupId, {
      version: signup.version + 1,
      state: 'cancelled',
      ...minutes,
    });
    await transaction.insert('messages', messageFromTimer(context, _id, told));
  });
}

export async function callOff(context: SystemContext, activity: ActivityDocument): Promise<void> {
  const signups = (await signupsOf(context.store, activity._id)).filter(({ state }) => state === 'active');
  for (const signup of signups) await callOffFor(context, activity, signup);
  // Somebody may have signed up in the very moment: it is looked at again until there is nobody left to tell.
  const dueAt = signups.length === 0 ? 0 : context.now + LOOK_AGAIN_MS;
  await context.store.patchWhere('activities', { _id: activity._id }, { dueAt });
}
