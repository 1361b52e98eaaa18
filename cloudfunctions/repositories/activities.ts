import type { ActivityState } from '@domain/activity/activity-state';
import type { Page } from '@domain/kernel/page';
import type { Reader } from '../kernel/store';
import type { AreaFilter } from '../policies/area-scope';
import { digestId } from '../vault/random-id';
import { documentsById } from './by-id';
import type { ActivityDocument, ActivityQueueDocument, SignupDocument } from './documents';
import { readPage } from './pages';

const ACTIVITIES = 'activities';
const QUEUES = 'activityQueues';
const SIGNUPS = 'signups';
const DUE_MAX = 50;
const OF_TEAM_MAX = 12;
export const SIGNUPS_MAX = 1000;

export function findActivity(reader: Reader, id: string): Promise<ActivityDocument | undefined> {
  return reader.find<ActivityDocument>(ACTIVITIES, id);
}

export function findQueue(reader: Reader, id: string): Promise<ActivityQueueDocument | undefined> {
  return reader.find<ActivityQueueDocument>(QUEUES, id);
}

/** Some activities, by id. */
export function activitiesOf(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ActivityDocument>> {
  return documentsById<ActivityDocument>(reader, ACTIVITIES, ids);
}

/** The orders of arrival of some activities, by id. */
export function queuesOf(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ActivityQueueDocument>> {
  return documentsById<ActivityQueueDocument>(reader, QUEUES, ids);
}

/** One page of published activities that have not begun long ago, the nearest first. Index state_start. */
export function comingActivities(
  reader: Reader,
  from: number,
  cursor: string | undefined,
): Promise<Page<ActivityDocument>> {
  return readPage<ActivityDocument>(reader, ACTIVITIES, {
    where: { state: 'published', ...(cursor === undefined ? { startAt: { gte: from } } : {}) },
    sort: 'startAt',
    direction: 'asc',
    cursor,
  });
}

/** What a team carries next, the nearest first. Index team_state_start. */
export function comingOfTeam(reader: Reader, teamId: string, now: number): Promise<ActivityDocument[]> {
  return reader.search<ActivityDocument>(ACTIVITIES, {
    where: { teamId, state: 'published', startAt: { gt: now } },
    order: [['startAt', 'asc']],
    limit: OF_TEAM_MAX,
  });
}

/** One page of a desk's activities in a state, the latest first. Indexes community_, street_state_start. */
export function deskActivities(
  reader: Reader,
  { field, values }: AreaFilter,
  { state, cursor }: { readonly state: ActivityState; readonly cursor: string | undefined },
): Promise<Page<ActivityDocument>> {
  return readPage<ActivityDocument>(reader, ACTIVITIES, {
    where: { [field]: { in: values }, state },
    sort: 'startAt',
    direction: 'desc',
    cursor,
  });
}

/** Activities that a timer has to look at, the longest due first. Index due. */
export function dueActivities(reader: Reader, now: number): Promise<ActivityDocument[]> {
  return reader.search<ActivityDocument>(ACTIVITIES, {
    where: { dueAt: { gt: 0, lte: now } },
    order: [['dueAt', 'asc']],
    limit: DUE_MAX,
  });
}

export function signupId(activityId: string, userId: string): string {
  return digestId('signup', activityId, userId);
}

export function findSignup(
  reader: Reader,
  activityId: string,
  userId: string,
): Promise<SignupDocument | undefined> {
  return reader.find<SignupDocument>(SIGNUPS, signupId(activityId, userId));
}

/** One page of what a person signed up for, the latest first. Index user_at. */
export function signupsOfUser(
  reader: Reader,
  userId: string,
  cursor: string | undefined,
): Promise<Page<SignupDocument>> {
  return readPage<SignupDocument>(reader, SIGNUPS, {
    where: { userId },
    sort: 'at',
    direction: 'desc',
    cursor,
  });
}

/** Everybody who signed up, whatever became of it. Index activity_at. */
export function signupsOf(reader: Reader, activityId: string): Promise<SignupDocument[]> {
  return reader.search<SignupDocument>(SIGNUPS, {
    where: { activityId },
    order: [['at', 'asc']],
    limit: SIGNUPS_MAX,
  });
}

/** How many have checked in and not out. Index activity_at. */
export async function insideOf(reader: Reader, activityId: string): Promise<number> {
  const rows = await reader.search<Pick<SignupDocument, '_id' | 'inAt' | 'outAt'>>(SIGNUPS, {
    where: { activityId },
    order: [['at', 'asc']],
    limit: SIGNUPS_MAX,
    fields: ['inAt', 'outAt'],
  });
  return rows.filter(({ inAt, outAt }) => inAt > 0 && outAt === 0).length;
}
