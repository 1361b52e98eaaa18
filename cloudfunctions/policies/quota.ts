/**
 * How often one caller may do one thing. Windows are cut by the server's clock: a day ends at midnight in Asia/Shanghai, and
 * shorter windows are counted from the epoch. The writing of counters is the kernel's.
 */
import type { ActionName } from '@domain/identity/permission';
import type { Role } from '@domain/identity/role';
import { addDays, startOfDay } from '@domain/kernel/calendar';
import { dayOf } from '@domain/kernel/day';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

interface Limit {
  readonly window: 'day' | number;
  readonly most: number;
  /** Calls reserved at once by a warm function; 1 counts each call where it happens. */
  readonly step: number;
  /** Said in place of the catalogue's sentence, which speaks of somebody who taps too fast. */
  readonly sentence?: string;
}

const daily = (most: number): Limit => ({ window: 'day', most, step: 1 });
const hourly = (most: number): Limit => ({ window: HOUR_MS, most, step: most >= 60 ? 10 : 1 });

/** Looking for a door takes several calls a minute, so they are reserved in blocks. */
const SEARCH: Limit = { window: 10 * MINUTE_MS, most: 30, step: 10 };
/** Each opening is counted where it happens, so that a lock after wrong tokens holds on the very next one. */
const OPENING: Limit = { window: 10 * MINUTE_MS, most: 30, step: 1 };

/** Each exchange costs the street money and tells a number: five in ten minutes. */
const PHONE_CHECK: Limit = { window: 10 * MINUTE_MS, most: 5, step: 1 };

type LimitOf = (role: Role) => Limit | undefined;
const byRole =
  (limits: Readonly<Partial<Record<Role, Limit>>>): LimitOf =>
  (role) =>
    limits[role];

/** What is wrong can be urgent. */
const issuesADay = (most: number): Limit => ({
  ...daily(most),
  sentence: `今天已经说了 ${most} 件，明天再说，急事打社区电话`,
});

/** A PIN is locked after five wrong ones; this keeps even right ones from being a way to write. */
const PIN_TRIES: Limit = { window: 10 * MINUTE_MS, most: 20, step: 1 };

/** Whoever holds a stack of papers checks them all; whoever guesses gets nowhere. */
const CERTIFICATE_CHECK: Limit = { window: 10 * MINUTE_MS, most: 30, step: 1 };

const LIMITS: Readonly<Partial<Record<ActionName, LimitOf>>> = {
  'content.reportAbuse': () => daily(10),
  'phone.verify': () => PHONE_CHECK,
  'address.search': () => SEARCH,
  'session.verifyPin': () => PIN_TRIES,
  'device.bind': () => PIN_TRIES,
  'activity.checkin': () => PIN_TRIES,
  'activity.checkout': () => PIN_TRIES,
  'link.open': () => OPENING,
  'household.acceptInvite': () => OPENING,
  'guide.rate': () => daily(20),
  'certificate.verify': () => CERTIFICATE_CHECK,
  'form.confirmProxy': byRole({ GW: hourly(60), GV: hourly(60), CA: hourly(60) }),
  'form.submit': byRole({
    VI: hourly(10),
    RE: hourly(10),
    GW: hourly(60),
    GV: hourly(60),
    CA: hourly(60),
  }),
  'form.readOwn': byRole({ VI: hourly(10) }),
  'person.revealPhone': byRole({
    BH: daily(20),
    GV: daily(10),
    GW: daily(60),
    CA: daily(200),
    SA: daily(200),
  }),
  'person.revealId': byRole({ GW: daily(30), CA: daily(100), SA: daily(100) }),
  // Whether a number is known is an answer too.
  'tenancy.decide': byRole({ GW: hourly(60), CA: hourly(60) }),
  'person.checkCounted': byRole({ GV: hourly(60), GW: hourly(60), CA: hourly(60) }),
  'wish.create': () => daily(5),
  'wish.createFor': byRole({ BH: daily(20), GW: daily(20), CA: daily(40) }),
  'wish.claim': () => hourly(30),
  'wish.claimTeam': () => hourly(30),
  'wish.contact': () => daily(10),
  'wish.revealPhone': byRole({ CA: daily(60), SA: daily(60) }),
  'wish.confirmByCode': () => daily(20),
  'gift.create': () => daily(5),
  'gift.request': () => daily(5),
  'issue.report': (role) => issuesADay(role === 'VI' ? 3 : 10),
  'file.upload': () => daily(30),
  'export.request': byRole({ CA: daily(10), SA: daily(10) }),
  'export.download': byRole({ CA: daily(10), SA: daily(10) }),
};

/** Wrong tokens of one person before every code is closed to them, and for how long. */
export const WRONG_TOKENS_MAX = 10;
export const WRONG_TOKENS_LOCK_MS = 24 * HOUR_MS;

export interface Bucket {
  /** Letters, digits and hyphens: the counter's name within its caller and day. */
  readonly key: string;
  readonly limit: number;
  /** UTC ms; the counter is of no more use from then on. */
  readonly windowEndsAt: number;
  readonly step: number;
  /** What a caller reads beyond it; undefined where the catalogue's sentence fits. */
  readonly sentence: string | undefined;
}

/** The counter that a call of this action by this role falls into; undefined where nothing is counted. */
export function bucketOf(action: ActionName, role: Role, now: number): Bucket | undefined {
  const limit = LIMITS[action]?.(role);
  if (limit === undefined) return undefined;
  const { startsAt, endsAt } = windowOf(limit.window, now);
  const key = `${action.replace('.', '-')}-${startsAt.toString(36)}`;
  const { most, step, sentence } = limit;
  return { key, limit: most, windowEndsAt: endsAt, step, sentence };
}

function windowOf(window: Limit['window'], now: number): { startsAt: number; endsAt: number } {
  if (window === 'day') {
    const today = dayOf(now);
    return { startsAt: startOfDay(today), endsAt: startOfDay(addDays(today, 1)) };
  }
  const startsAt = now - (now % window);
  return { startsAt, endsAt: startsAt + window };
}
