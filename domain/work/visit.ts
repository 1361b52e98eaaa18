/**
 * The knocks at one door (mission.md §4, visit). What a knock came to moves the door where its own machine lets it; three knocks
 * that nobody answered are the most, then the community decides; what a household has answered itself supersedes every knock.
 */
import type { DoorState, VacancySign, VisitResult } from '../census/codes';
import { nextDoorState, type DoorEvent } from '../census/door-state';
import { addDays } from '../kernel/calendar';
import type { Day } from '../kernel/day';

export const VISIT_STATES = ['planned', 'done', 'superseded'] as const;
export type VisitState = (typeof VISIT_STATES)[number];

export type VisitEvent =
  /** Somebody knocked. */
  | 'outcome'
  /** A day was agreed on, or moved. */
  | 'nextSet'
  /** The agreed day is given up. */
  | 'planWithdrawn'
  /** The household handed in its form meanwhile. */
  | 'answered';

const VISIT_TRANSITIONS: Readonly<Record<VisitState, Partial<Record<VisitEvent, VisitState>>>> = {
  planned: { outcome: 'done', nextSet: 'planned', planWithdrawn: 'done', answered: 'superseded' },
  done: { outcome: 'done', nextSet: 'planned', answered: 'superseded' },
  superseded: {},
};

/** The state after an event, undefined where the event is refused. */
export function nextVisitState(state: VisitState, event: VisitEvent): VisitState | undefined {
  return VISIT_TRANSITIONS[state][event];
}

/** Knocks without an answer, after which the community decides. */
export const ATTEMPTS_MAX = 3;
/** Signs that prove an empty home (domain.md §5.2). */
export const SIGNS_NEEDED = 2;
/** A call-back lies at most this many days ahead. */
export const NEXT_DAYS_MAX = 60;

const EVENING = 19;

/** When to come again; without an hour any time of the day will do. */
export interface NextVisit {
  readonly on: Day;
  readonly hour?: number | undefined;
}

/** What one tap means where nobody opened: tomorrow, when people are home. A call has no hour. */
export function usualNext(result: VisitResult, day: Day): NextVisit | undefined {
  if (result === 'nobody') return { on: addDays(day, 1), hour: EVENING };
  return result === 'callNeeded' ? { on: addDays(day, 1) } : undefined;
}

/** The door as a knock finds it. */
export interface KnockedDoor {
  readonly state: DoorState;
  /** Accepted answers so far, and forms that wait. */
  readonly lastSeq: number;
  readonly waiting: number;
  readonly attempts: number;
  readonly signs: readonly VacancySign[];
}

export interface Knock {
  readonly result: VisitResult;
  readonly signs: readonly VacancySign[];
  /** Calendar day of the knock. */
  readonly day: Day;
  readonly next?: NextVisit | undefined;
}

export interface KnockOutcome {
  readonly visit: VisitState;
  readonly door: DoorState;
  readonly attempts: number;
  readonly signs: readonly VacancySign[];
  readonly next?: NextVisit;
  /** Nothing more can be done at the door: the community looks at it. */
  readonly toCommunity: boolean;
}

/** Somebody behind the door has answered: whoever knocks reads 已登记 and does not ask again. */
export function isAnswered({
  state,
  lastSeq,
  waiting,
}: Pick<KnockedDoor, 'state' | 'lastSeq' | 'waiting'>): boolean {
  return lastSeq > 0 || waiting > 0 || state === 'pending' || state === 'filled' || state === 'verified';
}

type Moved = Omit<KnockOutcome, 'visit'>;

function asItStands({ state, attempts, signs }: KnockedDoor): Moved {
  return { door: state, attempts, signs, toCommunity: false };
}

/** The door after the event; as it is where it is there already; undefined where its machine refuses. */
function moved(door: KnockedDoor, event: DoorEvent, already: DoorState): Moved | undefined {
  const next = nextDoorState(door.state, event) ?? (door.state === already ? already : undefined);
  return next === undefined ? undefined : { ...asItStands(door), door: next };
}

function unanswered(door: KnockedDoor, { result, day, next }: Knock): Moved | undefined {
  if (door.attempts >= ATTEMPTS_MAX) return undefined;
  const attempts = door.attempts + 1;
  if (attempts === ATTEMPTS_MAX) return { ...asItStands(door), attempts, toCommunity: true };
  const agreed = next ?? usualNext(result, day);
  return { ...asItStands(door), attempts, ...(agreed === undefined ? {} : { next: agreed }) };
}

function foundVacant(door: KnockedDoor, knock: Knock): Moved | undefined {
  const signs = [...new Set([...door.signs, ...knock.signs])].sort();
  const isProven = signs.length >= SIGNS_NEEDED;
  const outcome = moved(door, isProven ? 'vacancyProven' : 'vacancyNoticed', 'vacant');
  return outcome && { ...outcome, signs };
}

/** A report about the frame changes nothing by itself. */
function reported(door: KnockedDoor): Moved {
  return { ...asItStands(door), toCommunity: true };
}

function outcomeOf(door: KnockedDoor, knock: Knock): Moved | undefined {
  switch (knock.result) {
    case 'nobody':
    case 'callNeeded':
      return unanswered(door, knock);
    case 'refused':
      return moved(door, 'refusalNoted', 'refused');
    case 'vacant':
      return foundVacant(door, knock);
    case 'business':
    case 'notExist':
      return door.state === knock.result ? asItStands(door) : reported(door);
    case 'collected':
      return undefined;
  }
}

/**
 * What a knock leads to; undefined where it is refused: a fourth knock in vain, 已采 without a form, or a state of the door that
 * the outcome cannot follow. At a door that has answered, the outcome is kept and superseded.
 */
export function knockAt(door: KnockedDoor, knock: Knock): KnockOutcome | undefined {
  if (isAnswered(door)) {
    return { ...asItStands(door), visit: knock.result === 'collected' ? 'done' : 'superseded' };
  }
  const outcome = outcomeOf(door, knock);
  return outcome && { ...outcome, visit: outcome.next === undefined ? 'done' : 'planned' };
}

/** Somebody was seen, or the home was: a doubt whether it is lived in is over. A door that nobody opened says nothing. */
export function showsWhetherLivedIn(result: VisitResult, { visit }: Pick<KnockOutcome, 'visit'>): boolean {
  return visit !== 'superseded' && result !== 'nobody' && result !== 'callNeeded';
}

export const DOOR_VERDICTS = ['inaccessible', 'notExist', 'business', 'tryAgain'] as const;
export type DoorVerdict = (typeof DOOR_VERDICTS)[number];

type JudgedDoor = Pick<KnockedDoor, 'state' | 'attempts'> & { readonly result?: VisitResult | undefined };

/** What the community may decide about: three knocks in vain, or what a knock reported. */
export function decideDoor(door: JudgedDoor, verdict: DoorVerdict): DoorState | undefined {
  const isWorn = door.attempts >= ATTEMPTS_MAX;
  if (verdict === 'inaccessible') return isWorn ? nextDoorState(door.state, 'foundInaccessible') : undefined;
  if (verdict === 'tryAgain') return isUndecided(door) ? door.state : undefined;
  if (door.result !== verdict) return undefined;
  return nextDoorState(door.state, verdict === 'notExist' ? 'confirmedAbsent' : 'confirmedBusiness');
}

/** Its last knocks leave something for the community to say, as long as nobody behind the door answers. */
export function isUndecided({ attempts, result }: Pick<JudgedDoor, 'attempts' | 'result'>): boolean {
  return attempts >= ATTEMPTS_MAX || result === 'notExist' || result === 'business';
}

/** The verdicts that are open, the likeliest first. */
export function verdictsOn(door: JudgedDoor): DoorVerdict[] {
  return DOOR_VERDICTS.filter((verdict) => decideDoor(door, verdict) !== undefined);
}
