/**
 * Who has a place. An activity keeps the order in which people came and those who went again; whoever is among the first that
 * are still there has a place. So there are never more places than the activity has, and nobody overtakes anybody.
 */
export interface Arrivals {
  readonly capacity: number;
  /** Everybody who came, each once, in order; who comes back after leaving comes as somebody new. */
  readonly arrivals: readonly string[];
  readonly gone: readonly string[];
}

export function presentIn({ arrivals, gone }: Pick<Arrivals, 'arrivals' | 'gone'>): string[] {
  const left = new Set(gone);
  return arrivals.filter((key) => !left.has(key));
}

/** Places that nobody has, and people who wait for one. */
export function figuresOf(queue: Arrivals): { readonly left: number; readonly waiting: number } {
  const present = presentIn(queue).length;
  return { left: Math.max(0, queue.capacity - present), waiting: Math.max(0, present - queue.capacity) };
}

/** How many are before this one, from 0; undefined for who is not there. */
export function rankIn(queue: Arrivals, key: string): number | undefined {
  const rank = presentIn(queue).indexOf(key);
  return rank < 0 ? undefined : rank;
}

export const PHASES = ['placed', 'offered', 'waiting', 'cancelled', 'lapsed'] as const;
export type Phase = (typeof PHASES)[number];

export interface SignupFacts {
  readonly state: 'active' | 'cancelled' | 'lapsed';
  readonly key: string;
  /** No place was free when this one came. */
  readonly hasWaited: boolean;
  /** A place was offered until then, UTC ms; 0 before. */
  readonly offerUntil: number;
  readonly isAccepted: boolean;
}

export interface Standing {
  readonly phase: Phase;
  /** Place in the line of those who wait, from 1; 0 for everybody else. */
  readonly number: number;
}

export function standingOf(queue: Arrivals, signup: SignupFacts): Standing {
  if (signup.state !== 'active') return { phase: signup.state, number: 0 };
  const rank = rankIn(queue, signup.key);
  if (rank === undefined) return { phase: 'cancelled', number: 0 };
  if (rank >= queue.capacity) return { phase: 'waiting', number: rank - queue.capacity + 1 };
  if (!signup.hasWaited || signup.isAccepted) return { phase: 'placed', number: 0 };
  return signup.offerUntil > 0 ? { phase: 'offered', number: 0 } : { phase: 'waiting', number: 1 };
}

const HOUR_MS = 3_600_000;
const OFFER_HOURS = 24;

/**
 * Until when somebody has to say yes to a place: a day, no later than two hours before it begins; half an hour at least, and
 * never beyond the beginning.
 */
export function offerUntil(now: number, startAt: number): number {
  const early = Math.min(now + OFFER_HOURS * HOUR_MS, startAt - 2 * HOUR_MS);
  return Math.min(startAt, Math.max(now + HOUR_MS / 2, early));
}
