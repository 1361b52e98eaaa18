/**
 * Every minute, for each activity that is due: who has gone leaves the order, the next is offered the place until a time, whoever
 * lets it pass makes room for the one after, and what is over is settled. Each step may be repeated.
 */
import { settlesAt } from '@domain/activity/attendance';
import type { SystemContext } from '../../kernel/context';
import { dueActivities } from '../../repositories/activities';
import type { ActivityDocument } from '../../repositories/documents';
import { callOff } from './call-off';
import { movePlaces } from './move-places';
import { settle } from './settle';

const RUN_MS = 40_000;

async function keep(context: SystemContext, activity: ActivityDocument): Promise<void> {
  const { _id, state } = activity;
  if (state === 'cancelled') {
    await callOff(context, activity);
  } else if (state !== 'published') {
    await context.store.patchWhere('activities', { _id }, { dueAt: 0 });
  } else if (context.now >= settlesAt(activity)) {
    await settle(context, activity);
  } else {
    await movePlaces(context, activity);
  }
}

export async function keepActivities(context: SystemContext): Promise<void> {
  for (const activity of await dueActivities(context.store, context.now)) {
    if (context.elapsed() > RUN_MS) return;
    await keep(context, activity);
  }
}
