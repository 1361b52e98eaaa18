/**
 * The only reader of the phone's clock: everything else is handed the time. A clock that is wrong stays as it is for what the
 * phone measures itself; days and plans follow the street's own time as soon as an answer has told it.
 */
import { dayOf, type Day } from '@domain/kernel/day';
import { readStored, writeStored } from './storage';

const KEY = 'clockSkew';
/** Less is the way of an answer, not a wrong clock. */
const SKEW_MIN_MS = 5 * 60_000;

let skew = 0;

/** Called once, at launch: what was learnt of this clock before. */
export async function openClock(): Promise<void> {
  const stored = await readStored(KEY);
  if (typeof stored === 'number') skew = stored;
}

/** Street time minus phone time, measured on an answer. */
export async function rememberSkew(measuredMs: number): Promise<void> {
  const next = Math.abs(measuredMs) < SKEW_MIN_MS ? 0 : measuredMs;
  if (Math.abs(next - skew) < SKEW_MIN_MS) return;
  skew = next;
  await writeStored(KEY, skew);
}

/** UTC milliseconds by the phone, right or wrong. */
export function now(): number {
  return Date.now();
}

/** UTC milliseconds by the street, as far as this phone has been told. */
export function trueNow(): number {
  return trueMoment(now());
}

/** A moment of this phone's clock by the street's time. */
export function trueMoment(ms: number): number {
  return ms + skew;
}

export function today(): Day {
  return dayOf(trueNow());
}
