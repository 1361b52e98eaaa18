/**
 * Calendar days of the street: Asia/Shanghai, a fixed eight hours ahead of UTC (no daylight saving since 1991, and no
 * record of this product is older). Times are UTC milliseconds and always handed in; a day is text `YYYY-MM-DD`.
 */
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

export type Day = string;

const SHANGHAI_HOURS = 8;
const DAY_FORMAT = 'YYYY-MM-DD';

function inShanghai(ms: number): dayjs.Dayjs {
  return dayjs.utc(ms).utcOffset(SHANGHAI_HOURS);
}

/** The calendar day on which a moment (UTC ms) falls. */
export function dayOf(ms: number): Day {
  return inShanghai(ms).format(DAY_FORMAT);
}

/** The clock of a moment (UTC ms): `19:02`. */
export function minuteOf(ms: number): string {
  return inShanghai(ms).format('HH:mm');
}

/** The moment (UTC ms) at which a day begins. */
export function startOfDay(day: Day): number {
  return dayjs.utc(day).subtract(SHANGHAI_HOURS, 'hour').valueOf();
}

/** True for a day that stands in the calendar: `2020-02-30` does not. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayjs.utc(text).format(DAY_FORMAT) === text;
}

export function addDays(day: Day, days: number): Day {
  return dayjs.utc(day).add(days, 'day').format(DAY_FORMAT);
}

/** Days from one day to another; negative when `until` is earlier. */
export function daysBetween(from: Day, until: Day): number {
  return dayjs.utc(until).diff(dayjs.utc(from), 'day');
}

/** `11月24日` */
export function dayWords(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}

/** `11月24日 19:02`, as receipts and lists show a moment (UTC ms). */
export function momentWords(ms: number): string {
  return `${dayWords(dayOf(ms))} ${minuteOf(ms)}`;
}

/** Full years lived on a day; undefined before birth. A person born on 29 February has the birthday on 1 March. */
export function ageOn(bornOn: Day, day: Day): number | undefined {
  if (day < bornOn) return undefined;
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years;
}
