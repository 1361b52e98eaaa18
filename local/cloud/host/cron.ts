/** Seven fields: second, minute, hour, day of month, month, day of week (0 or 7 is Sunday), year. Asia/Shanghai. */
export interface Cron {
  text: string;
  fields: (Set<number> | undefined)[];
}

const RANGES = [
  [0, 59],
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
  [1970, 2099],
] as const;

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const SEARCH_DAYS = 366 * 5;

/** Reads an expression; `undefined` if it is not one. */
export function parseCron(text: string): Cron | undefined {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== RANGES.length) return undefined;
  const fields: Cron['fields'] = [];
  for (const [position, part] of parts.entries()) {
    const [least, most] = RANGES[position] ?? [0, 0];
    const values = part === '*' || part === '?' ? undefined : listOf(part, least, most);
    if (values?.size === 0) return undefined;
    fields.push(values);
  }
  const weekdays = fields[5];
  if (weekdays?.has(7) === true) weekdays.add(0);
  return { text, fields };
}

/** The values of one field; an empty set if any part of it is wrong. */
function listOf(part: string, least: number, most: number): Set<number> {
  const values = new Set<number>();
  for (const item of part.split(',')) {
    const { start, end, step } = spanOf(item, least, most);
    if (!(start >= least && end <= most && start <= end && step >= 1)) return new Set();
    for (let value = start; value <= end; value += step) values.add(value);
  }
  return values;
}

/** One item: a number, `a-b`, or either or `*` with `/step`; not-a-number where it is none. */
function spanOf(item: string, least: number, most: number): { start: number; end: number; step: number } {
  const match = /^(?:(\d+)(?:-(\d+))?|\*)(?:\/(\d+))?$/.exec(item);
  if (match === null) return { start: Number.NaN, end: Number.NaN, step: Number.NaN };
  const [, first, last, every] = match as (string | undefined)[];
  const start = Number(first ?? least);
  const openEnd = first === undefined || every !== undefined ? most : start;
  return { start, end: Number(last ?? openEnd), step: Number(every ?? 1) };
}

/** The first moment after `time` (milliseconds) at which the expression holds; `undefined` when none is near. */
export function nextAfter(cron: Cron, time: number): number | undefined {
  let wall = Math.floor((time + SHANGHAI_OFFSET_MS) / SECOND_MS) * SECOND_MS + SECOND_MS;
  const limit = wall + SEARCH_DAYS * DAY_MS;
  while (wall < limit) {
    const step = stepOver(cron, wall);
    if (step === 0) return wall - SHANGHAI_OFFSET_MS;
    wall = (Math.floor(wall / step) + 1) * step;
  }
  return undefined;
}

/** The coarsest unit that does not fit, 0 if all fit: everything within that unit can be passed over. */
function stepOver({ fields }: Cron, wall: number): number {
  const date = new Date(wall);
  const fits = (position: number, value: number): boolean => fields[position]?.has(value) ?? true;
  const dayFits =
    fits(6, date.getUTCFullYear()) &&
    fits(4, date.getUTCMonth() + 1) &&
    fits(3, date.getUTCDate()) &&
    fits(5, date.getUTCDay());
  if (!dayFits) return DAY_MS;
  if (!fits(2, date.getUTCHours())) return HOUR_MS;
  if (!fits(1, date.getUTCMinutes())) return MINUTE_MS;
  return fits(0, date.getUTCSeconds()) ? 0 : SECOND_MS;
}
