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

export function leftWords({ left, waiting }: Pick<ListedActivity, 'left' | 'waiting'>): string {
  if (left > 0) return `还有 ${left} 个名额`;
  return waiting === 0 ? '名额满了，可以排队' : `名额满了，${waiting} 人在排队`;
}

/** Without what is not there: a place that is not written yet, a team that none leads. */
export function activityLines(
  activity: Omit<ListedActivity, 'id' | 'title' | 'capacity'> & { readonly team: string },
): { key: string; label: string; value: string }[] {
  const { place, closesAt, team } = activity;
  const line = (label: string, value: string) => ({ key: label, label, value });
  return [
    line('什么时候', whenWords(activity)),
    line('在哪儿', place),
    line('名额', leftWords(activity)),
    line('报名到', momentWords(closesAt)),
    line('谁组织', team),
  ].filter(({ value }) => value !== '');
}
