/** The only reader of the phone's clock: everything else is handed the time. */
import { dayOf, type Day } from '@domain/kernel/day';

/** UTC milliseconds. */
export function now(): number {
  return Date.now();
}

export function today(): Day {
  return dayOf(now());
}
