/**
 * Hands a found door from one page to the registration tab: a tab page is entered without a query. Taken once.
 */
import type { Plate } from '@domain/census/door';

export type Arrival =
  | { by: 'scene'; scene: string }
  | { by: 'ticket'; ticket: string; doorId: string; plate: Plate; carrier: string };

let waiting: Arrival | undefined;

export function announceArrival(arrival: Arrival): void {
  waiting = arrival;
}

export function takeArrival(): Arrival | undefined {
  const arrival = waiting;
  waiting = undefined;
  return arrival;
}
