/** Activities to come: when, where, and the places left. */
import type { ListedActivity } from '@domain/contract/activity';
import { dayOf, dayWords, minuteOf } from '@domain/kernel/day';
import type { ProblemReport } from '@domain/kernel/problem';
import { ACTIVITY_WORDS } from '../../../../messages/activity';
import { CONTENT_FACE, faceWithoutRows, type ShelfFace } from '../../services/shelf-face';

/** A dash at which no line ends. */
const TO = '–\u2060';

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

export function whenWords({ startAt, endAt }: Pick<ListedActivity, 'startAt' | 'endAt'>): string {
  const day = dayOf(startAt);
  const weekday = ACTIVITY_WORDS.weekdays[new Date(day).getUTCDay()] ?? '';
  return `${dayWords(day)}（${weekday}）${minuteOf(startAt)}${TO}${minuteOf(endAt)}`;
}

export function leftWords({ left, waiting }: Pick<ListedActivity, 'left' | 'waiting'>): string {
  return left > 0 ? ACTIVITY_WORDS.left(left) : ACTIVITY_WORDS.full(waiting);
}

function rowOf(activity: ListedActivity): Row {
  const { id, title, place } = activity;
  return { key: id, title, when: whenWords(activity), place, left: leftWords(activity) };
}

export function viewActivities(
  activities: readonly ListedActivity[],
  { next, problem }: { readonly next: string | undefined; readonly problem: ProblemReport | undefined },
): ActivitiesView {
  return {
    ...(activities.length > 0 ? CONTENT_FACE : faceWithoutRows({ problem }, ACTIVITY_WORDS)),
    rows: activities.map(rowOf),
    hasMore: next !== undefined,
  };
}
