/** How a community reaches a compound (因居施策), and what came back by which way. */
import type { Channel } from '../census/codes';
import type { Day } from '../kernel/day';

export const TACTIC_WAYS = ['group', 'code', 'cleaner', 'handle', 'phone', 'visit'] as const;
export type TacticWay = (typeof TACTIC_WAYS)[number];

/** Channels as a committee speaks of them: every printed code is one, and paper is paper however it got to the door. */
export const YIELD_GROUPS = ['group', 'code', 'paper', 'phone', 'visit', 'own'] as const;
export type YieldGroup = (typeof YIELD_GROUPS)[number];

const GROUPS: Readonly<Record<Channel, YieldGroup>> = {
  doorCode: 'code',
  poster: 'code',
  lift: 'code',
  search: 'code',
  group: 'group',
  paper: 'paper',
  phone: 'phone',
  visit: 'visit',
  own: 'own',
  family: 'own',
};

/** Households reached and forms that wait, by the way they came: `total` counts both. */
export interface YieldCount {
  readonly total: number;
  readonly waiting: number;
}
export type YieldCounts = Readonly<Partial<Record<YieldGroup, YieldCount | undefined>>>;

export interface YieldDay {
  readonly day: Day;
  readonly counts: YieldCounts;
}

/** One answer that came in: a household by its first answer, or a form that still waits. */
export interface Arrival {
  readonly channel: Channel;
  readonly day: Day;
  readonly isWaiting: boolean;
}

const NOTHING: YieldCount = { total: 0, waiting: 0 };

/** Counts of every day, newest first. */
export function countArrivals(arrivals: Iterable<Arrival>): YieldDay[] {
  const days = new Map<Day, YieldCounts>();
  for (const { channel, day, isWaiting } of arrivals) {
    const one = { [GROUPS[channel]]: { total: 1, waiting: isWaiting ? 1 : 0 } };
    days.set(day, addYields([days.get(day) ?? {}, one]));
  }
  return inOrder(days);
}

/** Counts of several places, day by day. */
export function addYieldDays(places: Iterable<readonly YieldDay[]>): YieldDay[] {
  const days = new Map<Day, YieldCounts>();
  for (const place of places) {
    for (const { day, counts } of place) days.set(day, addYields([days.get(day) ?? {}, counts]));
  }
  return inOrder(days);
}

export function addYields(all: Iterable<YieldCounts>): YieldCounts {
  const sum: Partial<Record<YieldGroup, YieldCount>> = {};
  for (const counts of all) {
    for (const group of YIELD_GROUPS) {
      const more = counts[group];
      if (more === undefined) continue;
      const { total, waiting } = sum[group] ?? NOTHING;
      sum[group] = { total: total + more.total, waiting: waiting + more.waiting };
    }
  }
  return sum;
}

function inOrder(days: ReadonlyMap<Day, YieldCounts>): YieldDay[] {
  return [...days]
    .map(([day, counts]) => ({ day, counts }))
    .sort((left, right) => (left.day < right.day ? 1 : -1));
}
