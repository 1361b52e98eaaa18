/** When and where an activity is, and who still finds a place. */
import type { ListedActivity } from '@domain/contract/activity';
import { dayOf, dayWords, minuteOf, momentWords } from '@domain/kernel/day';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
/** A dash at which no line ends. */
const TO = '–\u2060';

export function whenWords({ startAt, endAt }: Pick<ListedActivity, 'startAt' | 'endAt'>): string {
  const day = dayOf(startAt);
  const weekday = WEEKDAYS[new Date(day).getUTCDay()] ?? '';
  return `${dayWords(day)}（${weekday}）${minuteOf(startAt)}${TO}${minuteOf(endAt)}`;
}

/** Whoever reads it may have a place: nobody is bidden into the line. */
export function leftWords(
  { left, waiting, closesAt }: Pick<ListedActivity, 'left' | 'waiting' | 'closesAt'>,
  now: number,
): string {
  if (now >= closesAt) return '报名结束了';
  if (left > 0) return `还有 ${left} 个名额`;
  return waiting === 0 ? '名额满了' : `名额满了，${waiting} 人在排队`;
}

/** Without what is not there: a place that is not written yet, a team that none leads, a way into what was called off. */
export function activityLines(
  activity: Omit<ListedActivity, 'id' | 'title' | 'capacity'> & {
    readonly team: string;
    readonly state?: string;
  },
  now = 0,
): { key: string; label: string; value: string }[] {
  const { place, closesAt, team, state } = activity;
  const isOff = state === 'cancelled';
  const line = (label: string, value: string) => ({ key: label, label, value });
  return [
    line('什么时候', whenWords(activity)),
    line('在哪儿', place),
    line('名额', isOff ? '' : leftWords(activity, now)),
    line('报名到', isOff ? '' : momentWords(closesAt)),
    line('谁组织', team),
  ].filter(({ value }) => value !== '');
}
