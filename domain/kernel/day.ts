/**
 * Calendar days of the street: Asia/Shanghai, a fixed eight hours ahead of UTC (no daylight saving since 1991, and no
 * record of this product is older). Times are UTC milliseconds and always handed in; a day is text `YYYY-MM-DD`.
 */
export type Day = string;

const SHANGHAI_MS = 8 * 3_600_000;

/** The calendar day on which a moment (UTC ms) falls. */
export function dayOf(ms: number): Day {
  return new Date(ms + SHANGHAI_MS).toISOString().slice(0, 10);
}

/** The clock of a moment (UTC ms): `19:02`. */
export function minuteOf(ms: number): string {
  return new Date(ms + SHANGHAI_MS).toISOString().slice(11, 16);
}

/** True for a day that stands in the calendar: `2020-02-30` does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text;
}

/** `11月24日` */
export function dayWords(day: Day): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}

/** `2026年11月24日`, where the year is in doubt. */
export function fullDayWords(day: Day): string {
  return `${day.slice(0, 4)}年${dayWords(day)}`;
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
