/** What still lies on this phone and why, what went today, and how full the phone is. */
import { sentenceFor } from '@domain/kernel/problem';
import { dayOf, momentWords } from '@domain/kernel/day';
import { OUTBOX_WORDS } from '../../../../messages/visit';
import { trueMoment } from '../../../../services/clock';
import { isPassing, isUnsent, isWaiting, type OutboxEntry } from '../../../../services/outbox-entry';
import { isRecord } from '../../../../services/storage';
import type { StorageRoom } from '../../../../services/storage-room';
import { CONTENT, type FaceView } from '../../../../services/staff-page';
import { noteIn } from '../../services/door-records';
import { householdInConflict } from '../../services/told-conflicts';
import { sizeWords } from './size-words';

export interface OutboxState {
  entries: readonly OutboxEntry[];
  room: StorageRoom;
  today: string;
  /** The row whose buttons are open. */
  openKey: string;
  rowsShown: number;
  /** The phone says that there is no network: nothing can be sent by hand. */
  isOffline: boolean;
}

interface Row {
  key: string;
  label: string;
  what: string;
  state: string;
  why: string;
  icon: string;
  tone: 'plain' | 'ok' | 'warn';
  isOpen: boolean;
  /** Which buttons an open row has. */
  canSend: boolean;
  canMend: string;
  canExport: boolean;
  conflicts: string;
}

export interface OutboxView extends FaceView {
  title: string;
  lead: string;
  rows: readonly Row[];
  more: string;
  sentTitle: string;
  sent: readonly Row[];
  canSendAll: boolean;
  meter: string;
  fill: number;
  warning: string;
}

export const ROWS_A_PAGE = 12;
const SENT_SHOWN = 8;
const SENT_BY_HAND: readonly string[] = ['queued', 'parked'];

export function viewOutbox(state: OutboxState): OutboxView {
  const { entries, today, rowsShown } = state;
  const unsent = entries.filter(isUnsent).sort(needFirst);
  const sent = entries.filter((entry) => !isUnsent(entry) && entry.isBatched).reverse();
  const left = unsent.length - rowsShown;
  const open = (entry: OutboxEntry): Row => ({
    ...rowOf(entry, state),
    conflicts: conflictWords(entry, entries),
  });
  return {
    ...(unsent.length + sent.length === 0 ? emptyFace() : CONTENT),
    title: titleOf(unsent, doorsOf(entries, today)),
    lead: leadOf(unsent, state.isOffline),
    rows: unsent.slice(0, rowsShown).map(open),
    more: left > 0 ? OUTBOX_WORDS.more(left) : '',
    sentTitle: sent.length === 0 ? '' : OUTBOX_WORDS.sentTitle,
    sent: sent.slice(0, SENT_SHOWN).map(open),
    canSendAll: !state.isOffline && unsent.some(isWaiting),
    ...meterOf(state.room),
  };
}

/** Those that a person has to look at, then in the order in which they were made. */
function needFirst(one: OutboxEntry, other: OutboxEntry): number {
  const need = ({ state }: OutboxEntry): number => (state === 'parked' || state === 'broken' ? 0 : 1);
  return need(one) - need(other) || one.clientSeq - other.clientSeq;
}

function titleOf(unsent: readonly OutboxEntry[], doors: number): string {
  if (unsent.length === 0) return `${OUTBOX_WORDS.empty}，${OUTBOX_WORDS.emptyDetail(doors)}`;
  const look = unsent.filter(({ state }) => state === 'parked' || state === 'broken').length;
  const waiting = OUTBOX_WORDS.waitingTitle(unsent.length);
  return look === 0 ? waiting : `${waiting}，${OUTBOX_WORDS.lookTitle(look)}`;
}

/** Doors at which this person did something today. */
function doorsOf(entries: readonly OutboxEntry[], today: string): number {
  const mine = entries.filter(
    ({ group, madeAt }) => group.startsWith('door:') && dayOf(trueMoment(madeAt)) === today,
  );
  return new Set(mine.map(({ group }) => group)).size;
}

function rowOf(entry: OutboxEntry, { openKey, isOffline }: OutboxState): Omit<Row, 'conflicts'> {
  const { opId, state, label, what } = entry;
  const isStuck = state === 'parked' || state === 'broken';
  return {
    key: opId,
    label: state === 'broken' ? OUTBOX_WORDS.brokenLabel : label,
    what,
    state: OUTBOX_WORDS.states[state],
    why: [noteIn(entry) ?? '', whyOf(entry)].filter((words) => words !== '').join('，'),
    icon: isStuck ? 'alert' : isUnsent(entry) ? 'clock' : 'check',
    tone: isStuck ? 'warn' : isUnsent(entry) ? 'plain' : 'ok',
    isOpen: opId === openKey,
    canSend: !isOffline && SENT_BY_HAND.includes(state),
    canMend: state === 'parked' ? mendWords(entry) : '',
    canExport: isStuck,
  };
}

/** A form is mended, a knock is noted anew; a note is taken out and written again. */
function mendWords(entry: OutboxEntry): string {
  if (noteIn(entry) !== undefined) return '';
  return entry.origin === undefined ? OUTBOX_WORDS.knock : OUTBOX_WORDS.mend;
}

function whyOf({ state, problem, madeAt, answer }: OutboxEntry): string {
  if (state === 'broken') return OUTBOX_WORDS.brokenDetail;
  if (isRecord(answer) && answer['handedOver'] === true) return OUTBOX_WORDS.handedOver;
  if (isRecord(answer) && answer['changedSince'] === true) return OUTBOX_WORDS.changedSince;
  // Why nothing leaves is said once, above them all.
  if (problem === undefined || isPassing(problem.code)) return momentWords(trueMoment(madeAt));
  return sentenceFor(problem);
}

/** One sentence for all that waits until something passes; the catalogue's names a button that another page has. */
function leadOf(entries: readonly OutboxEntry[], isOffline: boolean): string {
  const queued = entries.filter(({ state }) => state === 'queued');
  const codes = queued.flatMap(({ problem }) => (problem === undefined ? [] : [problem.code]));
  if (codes.includes('OFFLINE') || (isOffline && queued.length > 0)) return OUTBOX_WORDS.offline;
  return codes.some(isPassing) ? OUTBOX_WORDS.notSent : '';
}

/** What was chosen on this phone since is open no more, though the answer still tells of it. */
function conflictWords(entry: OutboxEntry, entries: readonly OutboxEntry[]): string {
  const chosen = entries.filter(
    ({ procedure, label, clientSeq, state }) =>
      procedure === 'decideConflict' &&
      label === entry.label &&
      clientSeq > entry.clientSeq &&
      state !== 'parked',
  );
  const left = (householdInConflict(entry)?.conflicts ?? 0) - chosen.length;
  return left > 0 ? OUTBOX_WORDS.conflicts(left) : '';
}

function meterOf({ usedKb, limitKb, level }: StorageRoom): Pick<OutboxView, 'meter' | 'fill' | 'warning'> {
  return {
    meter: OUTBOX_WORDS.meter(sizeWords(usedKb), sizeWords(limitKb)),
    fill: Math.min(100, Math.ceil((usedKb * 100) / limitKb)),
    warning: level === 'ample' ? '' : level === 'scarce' ? OUTBOX_WORDS.scarce : OUTBOX_WORDS.full,
  };
}

function emptyFace(): FaceView {
  const { empty, emptyDetail } = OUTBOX_WORDS;
  return { face: 'empty', sentence: empty, detail: emptyDetail(0), action: '' };
}
