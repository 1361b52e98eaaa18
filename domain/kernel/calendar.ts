/**
 * Arithmetic of calendar days in Asia/Shanghai, by dayjs. Apart from the words for a moment in day.ts, so that a page that only
 * shows days does not carry a library.
 */
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import type { Day } from './day';

dayjs.extend(utc);

const SHANGHAI_HOURS = 8;
const DAY_FORMAT = 'YYYY-MM-DD';

/** The moment (UTC ms) at which a day begins. */
export function startOfDay(day: Day): number {
  return dayjs.utc(day).subtract(SHANGHAI_HOURS, 'hour').valueOf();
}

export function addDays(day: Day, days: number): Day {
  return dayjs.utc(day).add(days, 'day').format(DAY_FORMAT);
}

/** Days from one day to another; negative when `until` is earlier. */
export function daysBetween(from: Day, until: Day): number {
  return dayjs.utc(until).diff(dayjs.utc(from), 'day');
}
