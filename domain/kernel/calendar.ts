/** Arithmetic of calendar days in Asia/Shanghai. Days are of one length: the street has had no daylight saving since 1991. */
import type { Day } from './day';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SHANGHAI_MS = 8 * HOUR_MS;

/** The moment (UTC ms) at which a day begins. */
export function startOfDay(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) - SHANGHAI_MS;
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one day to another; negative when `until` is earlier. */
export function daysBetween(from: Day, until: Day): number {
  return Math.round((startOfDay(until) - startOfDay(from)) / DAY_MS);
}
