/** What the publishing desk's word does to an activity: its words stand from then on, or go. One that is over or off loses its words alone. */
import { nextActivityState, type ActivityEvent, type ActivityState } from '@domain/activity/activity-state';
import { wordsOfText } from '@domain/activity/activity-words';
import { allowed, Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../kernel/context';
import { findActivity } from '../repositories/activities';
import type { ActivityDocument } from '../repositories/documents';
import type { ContentEffects } from './content-decision';

interface Moved {
  readonly activity: ActivityDocument;
  readonly state: ActivityState;
}

const NO_WORDS = { title: '', place: '', body: '' };

/** Throws NOT_FOUND. */
async function found(context: ChangeContext, activityId: string): Promise<ActivityDocument> {
  const activity = await findActivity(context.store, activityId);
  if (activity === undefined) throw new Problem('NOT_FOUND');
  return activity;
}

/** Throws NOT_FOUND, WRONG_STATE. */
async function moved(context: ChangeContext, activityId: string, event: ActivityEvent): Promise<Moved> {
  const activity = await found(context, activityId);
  const state = allowed(nextActivityState(activity.state, event), activity.state);
  return { activity, state };
}

function move(
  context: ChangeContext,
  { activity, state }: Moved,
  change: Partial<ActivityDocument> = {},
): void {
  const { _id, version } = activity;
  context.write.patch('activities', _id, { version: version + 1, state, ...change });
  context.write.patch('activityQueues', _id, { isOpen: state === 'published' });
}

export const activityEffects: ContentEffects = {
  onRelease: async (context, { row, text }) => {
    const to = await moved(context, row.subjectId, 'release');
    move(context, to, { ...wordsOfText(text), dueAt: context.now });
  },
  onReturn: async (context, { row }) => {
    move(context, await moved(context, row.subjectId, 'return'));
  },
  onHide: async (context, { row }) => {
    const activity = await found(context, row.subjectId);
    const state = nextActivityState(activity.state, 'hide');
    if (state === undefined) move(context, { activity, state: activity.state }, NO_WORDS);
    else move(context, { activity, state });
  },
};
