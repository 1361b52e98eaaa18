/**
 * Changes that must reach the cloud, a resident's form and a worker's record alike. An entry is stored with its operation id
 * before it is first sent, its state before every step: whatever dies where, the same operation is sent again and the
 * cloud keeps exactly one. Entries are sent at once, when the network returns, when the mini-program is shown, and after
 * a pause that doubles.
 */
import type { ProcedureContract, ProcedureName, Contract, ProcedureInput } from '@domain/kernel/contract';
import { dayOf } from '@domain/kernel/day';
import { actingSeat } from './acting';
import { now } from './clock';
import { isOffline, onNetworkReturn } from './network';
import { callWith, problemOf, type Outcome } from './outbox-call';
import {
  answeredEntry,
  confirmedEntry,
  isPassing,
  isUntried,
  isWaiting,
  refusedEntry,
  requeuedEntry,
  sentEntry,
  untriedEntry,
  waitLeft,
  type OutboxEntry,
} from './outbox-entry';
import { nextLoad } from './outbox-load';
import { tellOutboxChange } from './outbox-news';
import { eraseEntry, readEntries, writeEntry, writeList } from './outbox-store';
import { after, type Timer } from './timer';

/** What a page hands over. `opId` comes from newOpId() and is stored with the draft first. */
export interface Parcel<C extends Contract, Name extends ProcedureName<C>> {
  opId: string;
  name: string;
  procedure: Name;
  input: ProcedureInput<C[Name] & ProcedureContract>;
  /** Another seat than the chosen one; 'nobody' sends none. */
  actAs?: string;
  group: string;
  label: string;
  /** What a refused entry is taken back to. */
  origin?: unknown;
}

/** What a new entry says of itself; the rest is its life. */
export type NewEntry = Pick<
  OutboxEntry,
  'opId' | 'name' | 'procedure' | 'isBatched' | 'input' | 'group' | 'label' | 'what' | 'origin'
> & {
  readonly actAs?: string | undefined;
  /** Not sent before this moment of the phone's clock: until then it can be changed or taken back. */
  readonly notBefore?: number;
};

const PAUSE_MIN_MS = 1000;

const entries = new Map<string, OutboxEntry>();
let seq = 0;
let loading: Promise<void> | undefined;
let flushing: Promise<void> | undefined;
let pause: Timer | undefined;
let isForeground = true;

/** Called once, at launch. */
export function startOutbox(): void {
  onNetworkReturn(() => void flushOutbox('now'));
}

export function showOutbox(): void {
  isForeground = true;
  void flushOutbox('now');
}

export function hideOutbox(): void {
  isForeground = false;
  pause?.cancel();
}

/** Stores the parcel; a second one with the same operation id changes nothing. Resolves when it cannot be lost any more. */
export async function putInOutbox<C extends Contract, Name extends ProcedureName<C>>(
  parcel: Parcel<C, Name>,
): Promise<OutboxEntry> {
  return keepEntry({ origin: undefined, ...parcel, isBatched: false, what: '' });
}

/** The same for an entry that says for itself how it travels. */
export async function keepEntry(made: NewEntry): Promise<OutboxEntry> {
  await load();
  const known = entries.get(made.opId);
  if (known !== undefined) return known;
  seq += 1;
  const entry: OutboxEntry = {
    ...made,
    actAs: made.actAs ?? actingSeat(),
    clientSeq: seq,
    state: 'queued',
    madeAt: now(),
    notBefore: made.notBefore ?? 0,
    ...{ attempts: 0, rejections: 0, problem: undefined, answer: undefined },
  };
  // The list first: a phone that dies in between leaves a line to nothing, never an entry that nobody finds. The draft
  // goes only after both.
  entries.set(entry.opId, entry);
  try {
    await writeNames();
    await save(entry);
  } catch (error) {
    // Not stored is not kept: the page still has everything and says so.
    entries.delete(entry.opId);
    throw error;
  }
  return entry;
}

/** Sends what waits. 'due' leaves alone what is pausing; 'now' does not. One round at a time. */
export async function flushOutbox(which: 'due' | 'now' = 'due'): Promise<void> {
  while (flushing !== undefined) await flushing;
  flushing = sendAll(which).finally(() => {
    flushing = undefined;
  });
  await flushing;
}

/** Hands a parcel over and tries it once. The entry says how far it came. */
export async function sendFromOutbox<C extends Contract, Name extends ProcedureName<C>>(
  parcel: Parcel<C, Name>,
): Promise<OutboxEntry> {
  const entry = await putInOutbox(parcel);
  await flushOutbox('now');
  return entries.get(entry.opId) ?? entry;
}

/** In the order in which they were made. */
export async function outboxEntries(): Promise<OutboxEntry[]> {
  await load();
  return [...entries.values()].sort((one, other) => one.clientSeq - other.clientSeq);
}

export async function findInOutbox(opId: string): Promise<OutboxEntry | undefined> {
  await load();
  return entries.get(opId);
}

/** A later call has read the entry back: what was sent is wiped, its answer stays, with what the later one says. */
export async function confirmInOutbox(opId: string, later?: object): Promise<void> {
  const entry = await findInOutbox(opId);
  if (entry === undefined) return;
  await save(confirmedEntry({ ...entry, answer: { ...(entry.answer as object), ...later } }));
}

/** The cloud does not know an entry it once answered, or the person wants a parked one tried again: the same id goes out. */
export async function requeueInOutbox(opId: string): Promise<void> {
  const entry = await findInOutbox(opId);
  if (entry?.input === undefined || entry.state === 'broken') return;
  await save(requeuedEntry(entry));
  await flushOutbox('now');
}

/** Another content for an entry that was never sent; false where it is too late. */
export async function changeInOutbox(
  opId: string,
  change: Pick<OutboxEntry, 'input' | 'what' | 'origin' | 'notBefore'>,
): Promise<boolean> {
  const entry = await findInOutbox(opId);
  if (entry === undefined || !isUntried(entry)) return false;
  await save({ ...entry, ...change });
  planPause();
  return true;
}

/** Takes back an entry that was never sent; false where it is too late. */
export async function takeBack(opId: string): Promise<boolean> {
  const entry = await findInOutbox(opId);
  if (entry === undefined || !isUntried(entry)) return false;
  await removeFromOutbox(opId);
  return true;
}

/** The person takes a refused entry back, or lets go of an old receipt. */
export async function removeFromOutbox(opId: string): Promise<void> {
  await load();
  entries.delete(opId);
  await writeNames();
  await eraseEntry(opId);
}

/** Each entry goes out once a round, alone or with others; what was not saved holds back its own group only. */
async function sendAll(which: 'due' | 'now'): Promise<void> {
  await load();
  const stopped = new Set<string>();
  const apart = new Set<string>();
  const round = { stopped, apart, now: now(), evenPausing: which === 'now' };
  for (;;) {
    const leaving = nextLoad([...entries.values()], round);
    if (leaving.length === 0 || (await stayWithoutNetwork(leaving))) break;
    const outcomes = await send(leaving);
    if (isRefusedWhole(outcomes)) {
      // Nobody knows which of them the cloud will not read: each goes for itself.
      for (const { opId } of leaving) apart.add(opId);
      continue;
    }
    // What is parked waits for its person, and what comes after it does not wait with it.
    for (const { opId, group } of leaving) {
      const entry = entries.get(opId);
      if (entry !== undefined && isWaiting(entry)) stopped.add(group);
    }
    // Without a network the rest would only wait for the same silence.
    if (outcomes.some((outcome) => !outcome.ok && outcome.problem.code === 'OFFLINE')) break;
  }
  planPause();
}

/** Without a network nothing is tried: what was never sent may still be changed by the person. */
async function stayWithoutNetwork(leaving: readonly OutboxEntry[]): Promise<boolean> {
  if (!(await isOffline())) return false;
  const silent = leaving.filter(({ problem }) => problem?.code !== 'OFFLINE');
  for (const entry of silent) show(untriedEntry(entry, problemOf('OFFLINE')));
  return true;
}

/** A batch that the cloud could not even read; what is wrong with one record is said of that record. */
function isRefusedWhole(outcomes: readonly Outcome[]): boolean {
  return (
    outcomes.length > 1 &&
    outcomes.every((outcome) => !outcome.ok && outcome.wasWhole && !isPassing(outcome.problem.code))
  );
}

async function send(leaving: readonly OutboxEntry[]): Promise<Outcome[]> {
  // As they are now: the person may have changed one, or taken it back, since they were picked.
  const sending = leaving.flatMap(({ opId }) => entries.get(opId) ?? []).map(sentEntry);
  await Promise.all(sending.map(note));
  const outcomes = await callWith(sending);
  if (isRefusedWhole(outcomes)) return outcomes;
  for (const [index, entry] of sending.entries()) {
    const outcome = outcomes[index];
    if (outcome !== undefined) await note(settled(entry, outcome));
  }
  return outcomes;
}

function settled(entry: OutboxEntry, outcome: Outcome): OutboxEntry {
  return outcome.ok
    ? answeredEntry(entry, outcome.answer)
    : refusedEntry(entry, outcome.problem, { now: now(), chance: Math.random() });
}

function planPause(): void {
  pause?.cancel();
  const waits = [...entries.values()].filter(isWaiting).map((entry) => waitLeft(entry, now()));
  if (waits.length === 0 || !isForeground) return;
  pause = after(Math.max(PAUSE_MIN_MS, Math.min(...waits)), () => void flushOutbox());
}

async function save(entry: OutboxEntry): Promise<void> {
  await writeEntry(entry);
  show(entry);
}

/** A step of an entry that is stored: a phone too full to note it holds the same operation id, and may send it twice. */
async function note(entry: OutboxEntry): Promise<void> {
  show(entry);
  await writeEntry(entry).catch(() => undefined);
}

function show(entry: OutboxEntry): void {
  entries.set(entry.opId, entry);
  tellOutboxChange(entry);
}

async function writeNames(): Promise<void> {
  await writeList({ seq, opIds: [...entries.keys()] });
}

async function load(): Promise<void> {
  loading ??= readAll();
  await loading;
}

async function readAll(): Promise<void> {
  const stored = await readEntries();
  seq = Math.max(seq, stored.seq);
  for (const entry of stored.entries) {
    if (isOver(entry)) await eraseEntry(entry.opId);
    else entries.set(entry.opId, entry);
  }
}

/** A worker's record that the street has, from another day, be it one that the clock has been put back from: nobody asks for it any more. */
function isOver({ state, name, madeAt }: OutboxEntry): boolean {
  return state === 'confirmed' && name === 'visit' && dayOf(madeAt) !== dayOf(now());
}
