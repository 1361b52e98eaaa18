/** When to come again: four times that fit most doors, in words that need no calendar. */
import { addDays } from '@domain/kernel/calendar';
import { dayWords, type Day } from '@domain/kernel/day';
import type { NextVisit } from '@domain/work/visit';
import { DAY_WORDS, hourWords } from '../../messages/visit';

export interface TimeTile {
  value: string;
  label: string;
}

const MORNING = 9;
const EVENING = 19;
/** After six nobody plans to come the same evening. */
const LATEST_FOR_TONIGHT = 18;
const SATURDAY = 6;
const DAY_MS = 86_400_000;
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 4;

/** `hour` is the hour of the day now. */
export function nextTimes(today: Day, hour: number): NextVisit[] {
  const tonight = hour < LATEST_FOR_TONIGHT ? [{ on: today, hour: EVENING }] : [];
  const tomorrow = addDays(today, 1);
  const saturday = addDays(today, (SATURDAY - weekdayOf(today) + 7) % 7);
  const isFar = saturday > tomorrow;
  return [
    ...tonight,
    { on: tomorrow, hour: MORNING },
    { on: tomorrow, hour: EVENING },
    isFar ? { on: saturday, hour: MORNING } : { on: addDays(today, 2), hour: EVENING },
  ];
}

export function tileOf(next: NextVisit, today: Day): TimeTile {
  return { value: valueOf(next), label: nextWords(next, today) };
}

export function valueOf({ on, hour }: NextVisit): string {
  return `${on} ${hour ?? ''}`.trim();
}

export function nextOf(value: string): NextVisit {
  const [on = '', hour = ''] = value.split(' ');
  return hour === '' ? { on } : { on, hour: Number(hour) };
}

/** 明天 19 点 */
export function nextWords({ on, hour }: NextVisit, today: Day): string {
  return [nameOfDay(on, today), ...(hour === undefined ? [] : [hourWords(hour)])].join(' ');
}

function nameOfDay(on: Day, today: Day): string {
  if (on === today) return DAY_WORDS.today;
  if (on === addDays(today, 1)) return DAY_WORDS.tomorrow;
  if (on === addDays(today, 2)) return DAY_WORDS.after;
  const isThisWeek = weekdayOf(on) === SATURDAY && on < addDays(today, 7);
  return isThisWeek ? DAY_WORDS.saturday : dayWords(on);
}

function weekdayOf(day: Day): number {
  return (Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS) + FIRST_WEEKDAY) % 7;
}
