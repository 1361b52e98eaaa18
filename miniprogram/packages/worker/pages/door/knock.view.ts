/** The knock at a door: seven results, what was noted, and what can still be changed of it. */
import type { KnockRecord } from '@domain/contract/offline-record';
import { VISIT_RESULTS, type VacancySign, type VisitResult } from '@domain/census/codes';
import { vacancySignTable, visitResultTable } from '@domain/codes/tables';
import type { Day } from '@domain/kernel/day';
import { ATTEMPTS_MAX, SIGNS_NEEDED, usualNext, type NextVisit } from '@domain/work/visit';
import { RECORD_WORDS } from '../../../../messages/census';
import { KNOCK_WORDS } from '../../../../messages/visit';
import { isUntried, type OutboxEntry } from '../../../../services/outbox-entry';
import { nextTimes, nextWords, tileOf, valueOf, type TimeTile } from '../../next-times';
import { knockOf, type DoorFacts } from '../../services/door-records';

export interface KnockState {
  facts: DoorFacts;
  /** The last thing this phone noted here; undefined once a later day begins. */
  entry: OutboxEntry | undefined;
  /** The ten seconds are over: the next knock may be noted. */
  isSettled: boolean;
  today: Day;
  /** Hour of the day. */
  hour: number;
  /** Signs picked so far; undefined while nobody says that the home is empty. */
  signs: readonly VacancySign[] | undefined;
  /** A household stands here; without its route pack that is fetched first. */
  canCorrect: boolean;
  /** The page says above what the door's state is: a form that waits and its buttons, or what was just done. */
  isSaidAbove?: boolean;
  /** The door is shown from a route pack, which has none of the forms that wait. */
  isPacked?: boolean;
  problem: string;
}

interface Tile {
  value: string;
  label: string;
  icon?: string;
}

export interface KnockView {
  answered: string;
  answeredDetail: string;
  /** Nothing waits behind the door. */
  isDone: boolean;
  change: string;
  past: string;
  tiles: readonly Tile[];
  signs: readonly Tile[];
  signsChosen: readonly string[];
  signsHint: string;
  save: string;
  noted: string;
  notedDetail: string;
  notedState: string;
  times: readonly TimeTile[];
  timesTitle: string;
  time: string;
  asksSlip: boolean;
  slip: readonly string[];
  canUndo: boolean;
  problem: string;
  /** There is nothing to say or to tap. */
  isEmpty: boolean;
}

const ICONS: Readonly<Record<VisitResult, string>> = {
  collected: 'edit',
  nobody: 'door',
  refused: 'minus',
  vacant: 'window',
  business: 'shop',
  notExist: 'question',
  callNeeded: 'phone',
};
const SLIP = 'slip';
export const SLIP_TILES: readonly Tile[] = [{ value: SLIP, label: KNOCK_WORDS.slip }];
const RESULT_TILES: readonly Tile[] = VISIT_RESULTS.map((value) => ({
  value,
  // What begins a form names what is heard at the door; the others are what is noted.
  label: value === 'collected' ? KNOCK_WORDS.willing : visitResultTable.labelOf(value),
  icon: ICONS[value],
}));
const SIGN_TILES: readonly Tile[] = vacancySignTable.codes.map((value) => ({
  value,
  label: vacancySignTable.labelOf(value),
}));
/** Results after which somebody comes again. */
const AGAIN: readonly VisitResult[] = ['nobody', 'callNeeded'];

const NOTHING: KnockView = {
  ...{
    answered: '',
    answeredDetail: '',
    isDone: false,
    change: '',
    past: '',
    tiles: [],
    signs: [],
    signsChosen: [],
  },
  ...{
    signsHint: '',
    save: '',
    noted: '',
    notedDetail: '',
    notedState: '',
    times: [],
    timesTitle: '',
    time: '',
  },
  ...{ asksSlip: false, slip: [], canUndo: false, problem: '', isEmpty: false },
};

export function viewKnock(state: KnockState): KnockView {
  const { facts, entry, signs, problem } = state;
  const view: KnockView = {
    ...NOTHING,
    ...(facts.answered ? answeredOf(state) : { past: pastWords(state) }),
    tiles: mayKnock(state) ? RESULT_TILES.filter(({ value }) => !isWorn(facts) || !isAgain(value)) : [],
    ...(signs === undefined ? {} : pickingOf(facts, signs)),
    ...(entry === undefined ? {} : notedOf(entry, state)),
    problem,
  };
  const { answered, change, past, tiles, noted } = view;
  const isQuiet = [answered, change, past, noted, problem].every((words) => words === '');
  return { ...view, isEmpty: isQuiet && tiles.length === 0 && signs === undefined };
}

/** A form that waits is for somebody to look at before anybody can say that the home is done. */
function answeredOf(state: KnockState): Partial<KnockView> {
  const { facts, canCorrect, isSaidAbove = false } = state;
  const { answered, waits, change } = KNOCK_WORDS;
  const doesWait = facts.waiting > 0 || facts.state === 'pending';
  const words = { answered: doesWait ? waits : answered, answeredDetail: answeredDetailOf(state, doesWait) };
  return {
    ...(isSaidAbove ? {} : words),
    isDone: !doesWait,
    change: canCorrect ? change : '',
  };
}

function answeredDetailOf({ facts, entry, isPacked = false }: KnockState, doesWait: boolean): string {
  if (entry?.what === RECORD_WORDS.filing) return KNOCK_WORDS.filledDetail;
  if (!doesWait) return KNOCK_WORDS.answeredDetail;
  return isPacked && facts.waiting > 0 ? KNOCK_WORDS.waitsUnseen : KNOCK_WORDS.waitsDetail;
}

/** One knock at a time: the next one when the last one stands. */
function mayKnock({ facts, entry, isSettled, signs }: KnockState): boolean {
  const isFresh = entry !== undefined && isUntried(entry) && !isSettled;
  return !facts.answered && !isFresh && signs === undefined;
}

/** What one tap on a tile notes; the day follows the street's clock. */
export function knockFor(
  doorId: string,
  result: VisitResult,
  { today }: Pick<KnockState, 'today'>,
): KnockRecord {
  const next = usualNext(result, today);
  return { doorId, result, ...(next === undefined ? {} : { next }) };
}

function isWorn({ attempts }: DoorFacts): boolean {
  return attempts >= ATTEMPTS_MAX;
}

function isAgain(result: string): boolean {
  return AGAIN.some((one) => one === result);
}

/** Of the earlier knocks the phone knows how many there were, not whether somebody was met. */
function pastWords({ facts, today, entry }: KnockState): string {
  const { attempts, next, result = 'nobody' } = facts;
  if (isWorn(facts)) return KNOCK_WORDS.worn;
  const tried = attempts === 0 ? [] : [KNOCK_WORDS.attempts(attempts)];
  // A knock that lies here still says it itself.
  const isSaid = entry !== undefined && knockOf(entry) !== undefined;
  const agreed = next === undefined || isSaid ? [] : [againWords(result)(nextWords(next, today))];
  return [...tried, ...agreed].join('，');
}

function pickingOf({ signs: known }: DoorFacts, signs: readonly VacancySign[]): Partial<KnockView> {
  const count = new Set([...known, ...signs]).size;
  const isEnough = count >= SIGNS_NEEDED;
  const hint = count === 1 ? KNOCK_WORDS.oneMore : KNOCK_WORDS.signsHint;
  return {
    signs: SIGN_TILES,
    signsChosen: [...signs],
    signsHint: isEnough ? '' : hint,
    save: signs.length === 0 ? '' : isEnough ? KNOCK_WORDS.saveVacant : KNOCK_WORDS.saveGuess,
  };
}

function notedOf(entry: OutboxEntry, state: KnockState): Partial<KnockView> {
  const knock = knockOf(entry);
  const noted = { noted: KNOCK_WORDS.noted(entry.what), notedState: stateWords(entry) };
  if (knock === undefined) return noted;
  const { facts, today } = state;
  const next = isAgain(knock.result) && !isWorn(facts) ? knock.next : undefined;
  const isReport = isWorn(facts) || knock.result === 'business' || knock.result === 'notExist';
  const detail = isReport ? KNOCK_WORDS.toCommunity : '';
  return {
    ...noted,
    notedDetail: next === undefined ? detail : againWords(knock.result)(nextWords(next, today)),
    ...(isUntried(entry) ? changesOf(knock, next, state) : {}),
  };
}

/** What of a knock that has not left can still be said otherwise. */
function changesOf(
  { result, slipLeft }: KnockRecord,
  next: NextVisit | undefined,
  { today, hour }: KnockState,
): Partial<KnockView> {
  const times = next === undefined ? [] : nextTimes(today, hour).map((one) => tileOf(one, today));
  const time = next === undefined ? '' : valueOf(next);
  const timesTitle = result === 'callNeeded' ? KNOCK_WORDS.callTitle : KNOCK_WORDS.nextTitle;
  return {
    times,
    timesTitle,
    time,
    asksSlip: result === 'nobody',
    slip: slipLeft === true ? [SLIP] : [],
    canUndo: true,
  };
}

function againWords(result: VisitResult): (when: string) => string {
  return result === 'callNeeded' ? KNOCK_WORDS.callLine : KNOCK_WORDS.nextLine;
}

function stateWords({ state }: OutboxEntry): string {
  switch (state) {
    case 'queued':
      return KNOCK_WORDS.queued;
    case 'sending':
      return KNOCK_WORDS.sending;
    case 'saved':
    case 'confirmed':
      return KNOCK_WORDS.saved;
    case 'parked':
    case 'broken':
      return KNOCK_WORDS.parked;
  }
}
