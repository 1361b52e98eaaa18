/** Activities to come: when, where, and the places left. */
import type { ListedActivity } from '@domain/contract/activity';
import type { ProblemReport } from '@domain/kernel/problem';
import { ACTIVITY_WORDS } from '../../../../messages/activity';
import { leftWords, whenWords } from '../../../../messages/activity-parts';
import { CONTENT_FACE, faceWithoutRows, type ShelfFace } from '../../services/shelf-face';

interface Row {
  key: string;
  title: string;
  when: string;
  place: string;
  left: string;
}

export interface ActivitiesView extends ShelfFace {
  rows: readonly Row[];
  hasMore: boolean;
}

interface Reading {
  readonly next: string | undefined;
  readonly problem: ProblemReport | undefined;
  readonly now: number;
}

function rowOf(activity: ListedActivity, now: number): Row {
  const { id, title, place } = activity;
  return { key: id, title, when: whenWords(activity), place, left: leftWords(activity, now) };
}

export function viewActivities(
  activities: readonly ListedActivity[],
  { next, problem, now }: Reading,
): ActivitiesView {
  return {
    ...(activities.length > 0 ? CONTENT_FACE : faceWithoutRows({ problem }, ACTIVITY_WORDS)),
    rows: activities.map((activity) => rowOf(activity, now)),
    hasMore: next !== undefined,
  };
}
