/** Coming and going: when a code works, and what the time is worth. */
const MINUTE_MS = 60_000;

/** A code lives for so long, and one window longer for slow fingers. */
export const CODE_MS = 30_000;
const EARLY_MINUTES = 30;
/** After that an activity is settled, and whoever has not checked out has gone at its end. */
const LATE_MINUTES = 60;

export interface Schedule {
  readonly startAt: number;
  readonly endAt: number;
  /** Beyond the plan no more than this counts. */
  readonly allowanceMinutes: number;
}

export function mayCheckIn({ startAt, endAt }: Schedule, now: number): boolean {
  return startAt - EARLY_MINUTES * MINUTE_MS <= now && now <= endAt;
}

/** When an activity is settled, UTC ms. */
export function settlesAt({ endAt }: Pick<Schedule, 'endAt'>): number {
  return endAt + LATE_MINUTES * MINUTE_MS;
}

/** Whole minutes of service: the time that passed, at most the plan and the allowance. Without a check-out the plan’s end is the end. */
export function serviceMinutes(
  { startAt, endAt, allowanceMinutes }: Schedule,
  { inAt, outAt }: { readonly inAt: number; readonly outAt?: number },
): number {
  const planned = (endAt - startAt) / MINUTE_MS;
  if (outAt === undefined) return Math.max(0, Math.floor((endAt - Math.max(inAt, startAt)) / MINUTE_MS));
  return Math.max(0, Math.floor(Math.min((outAt - inAt) / MINUTE_MS, planned + allowanceMinutes)));
}

export function codeWindow(now: number): number {
  return Math.floor(now / CODE_MS);
}
