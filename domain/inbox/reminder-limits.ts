/**
 * When a door may be reminded: once in 24 hours, three times a campaign, never at night, and not again after a refusal. The
 * same rule for whatever reaches the people behind the door: the inbox, a WeChat message, a note to call.
 */
import { dayOf, minuteOf, type Day } from '../kernel/day';

export const REMINDERS_APART_MS = 24 * 3_600_000;
const MOST_A_CAMPAIGN = 3;
/** The night in Asia/Shanghai, as the clock shows it. */
const NIGHT_FROM = '21:00';
const NIGHT_UNTIL = '08:00';

/** What is remembered of a door's reminders; kept on its slot of the wall. Absent: it was never reminded. */
export interface Reminded {
  /** Reminders of the campaign that opened on `campaign`; another campaign begins at none. */
  readonly count: number;
  readonly campaign: Day;
  /** The last one, UTC ms. */
  readonly at: number;
}

/** stopped: they refused · night: between 21:00 and 08:00 · tooSoon: within 24 hours · enough: three in this campaign. */
export type ReminderHindrance = 'stopped' | 'night' | 'tooSoon' | 'enough';

export interface ReminderQuestion {
  readonly reminded: Reminded | undefined;
  /** The door said no; nothing reaches it any more. */
  readonly isStopped: boolean;
  /** The day on which the running campaign opened. */
  readonly campaign: Day;
  /** UTC ms. */
  readonly now: number;
}

/** True between 21:00 and 08:00 in Asia/Shanghai; 08:00 itself is day again. */
export function isNight(now: number): boolean {
  const clock = minuteOf(now);
  return clock >= NIGHT_FROM || clock < NIGHT_UNTIL;
}

/** The moment itself by day; by night the next 08:00. */
export function nextDaytime(now: number): number {
  if (!isNight(now)) return now;
  const day = dayOf(now);
  const morning = momentOf(day, NIGHT_UNTIL);
  return now < morning ? morning : momentOf(dayOf(now + REMINDERS_APART_MS), NIGHT_UNTIL);
}

function momentOf(day: Day, clock: string): number {
  return Date.parse(`${day}T${clock}:00+08:00`);
}

/** Why this door must not be reminded now; undefined where it may. */
export function reminderHindrance({
  reminded,
  isStopped,
  campaign,
  now,
}: ReminderQuestion): ReminderHindrance | undefined {
  if (isStopped) return 'stopped';
  if (countOf(reminded, campaign) >= MOST_A_CAMPAIGN) return 'enough';
  if (reminded !== undefined && now - reminded.at < REMINDERS_APART_MS) return 'tooSoon';
  return isNight(now) ? 'night' : undefined;
}

/** The tally once one more reminder is out. */
export function withReminder({
  reminded,
  campaign,
  now,
}: Pick<ReminderQuestion, 'reminded' | 'campaign' | 'now'>): Reminded {
  return { count: countOf(reminded, campaign) + 1, campaign, at: now };
}

function countOf(reminded: Reminded | undefined, campaign: Day): number {
  return reminded?.campaign === campaign ? reminded.count : 0;
}
