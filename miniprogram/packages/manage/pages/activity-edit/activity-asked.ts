/** What the page of activities asks for beside the list that it shows. */
import type { ActivityState } from '@domain/activity/activity-state';
import { board } from '../../../../services/board';
import { activity } from '../../services/volunteers';
import type { DeskActivity } from './activity-form';

/** Where one may stand that somebody is led to. */
const LED_TO: readonly ActivityState[] = ['published', 'checking', 'returned', 'hidden'];

interface List {
  readonly show: ActivityState;
  readonly activities: readonly DeskActivity[];
  readonly next: string | undefined;
}

/** The list in which an activity stands that somebody was led to from the desk or by a message. */
export async function listWith(activityId: string): Promise<List | undefined> {
  for (const show of LED_TO) {
    const reply = await activity.listDesk({ state: show });
    if (!reply.ok) return undefined;
    const { activities, next } = reply.data;
    if (activities.some(({ id }) => id === activityId)) return { show, activities, next };
  }
  return undefined;
}

/** The own community; the street chooses one. */
export async function communitiesHere() {
  const reply = await board.readProgress({});
  if (!reply.ok) return reply;
  const { id, name, kind, rows } = reply.data;
  return { ok: true, data: kind === 'street' ? rows : [{ id, name }] } as const;
}
