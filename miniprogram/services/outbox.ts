/**
 * Changes that must reach the cloud. An entry is stored with its operation id before it is first sent, its state before
 * every step: whatever dies where, the same operation is sent again and the cloud keeps exactly one. Entries are sent
 * at once, when the network returns, when the mini-program is shown, and after a pause that doubles.
 */
import type { ProcedureContract, ProcedureName, Contract, ProcedureInput } from '@domain/kernel/contract';
import { actingSeat } from './acting';
import { NOBODY } from './client';
import { callCloud } from './cloud';
import { now } from './clock';
import { onNetworkReturn } from './network';
import {
  answeredEntry,
  confirmedEntry,
  isWaiting,
  refusedEntry,
  sentEntry,
  type OutboxEntry,
} from './outbox-entry';
import { isRecord, readStored, removeStored, writeStored } from './storage';
import { after, type Timer } from './timer';

const INDEX_KEY = 'outbox';
const entryKey = (opId: string): string => `outbox:${opId}`;

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

const entries = new Map<string, OutboxEntry>();
const listeners = new Set<(entry: OutboxEntry) => void>();
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
  await load();
  const known = entries.get(parcel.opId);
  if (known !== undefined) return known;
  const entry: OutboxEntry = {
    opId: parcel.opId,
    name: parcel.name,
    procedure: parcel.procedure,
    input: parcel.input,
    actAs: parcel.actAs ?? actingSeat(),
    group: parcel.group,
    label: parcel.label,
    origin: parcel.origin,
    state: 'queued',
    madeAt: now(),
    attempts: 0,
    rejections: 0,
    notBefore: 0,
    problem: undefined,
    answer: undefined,
  };
  // The index first: a phone that dies in between leaves a line to nothing, never an entry that nobody finds. The draft
  // goes only after both.
  entries.set(entry.opId, entry);
  await writeIndex();
  await save(entry);
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

/** Oldest first. */
export async function outboxEntries(): Promise<OutboxEntry[]> {
  await load();
  return [...entries.values()].sort((one, other) => one.madeAt - other.madeAt);
}

export async function findInOutbox(opId: string): Promise<OutboxEntry | undefined> {
  await load();
  return entries.get(opId);
}

/** A later call has read the entry back: what was sent is wiped, its answer stays. */
export async function confirmInOutbox(opId: string): Promise<void> {
  const entry = await findInOutbox(opId);
  if (entry !== undefined) await save(confirmedEntry(entry));
}

/** The cloud does not know an entry it once answered: it goes out again under the same id. */
export async function requeueInOutbox(opId: string): Promise<void> {
  const entry = await findInOutbox(opId);
  if (entry?.input === undefined) return;
  await save({ ...entry, state: 'queued', rejections: 0, notBefore: 0, problem: undefined });
  await flushOutbox('now');
}

/** The person takes a refused entry back, or lets go of an old receipt. */
export async function removeFromOutbox(opId: string): Promise<void> {
  await load();
  entries.delete(opId);
  await writeIndex();
  await removeStored(entryKey(opId));
}

/** Tells about every change of an entry, until the returned function is called. */
export function onOutboxChange(listener: (entry: OutboxEntry) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

async function sendAll(which: 'due' | 'now'): Promise<void> {
  const waiting = (await outboxEntries()).filter(isWaiting);
  const stopped = new Set<string>();
  for (const entry of waiting) {
    const isDue = which === 'now' || entry.notBefore <= now();
    if (!isDue || stopped.has(entry.group)) {
      stopped.add(entry.group);
      continue;
    }
    const after = await send(entry);
    if (after.state !== 'saved') stopped.add(entry.group);
    // Without a network the rest would only wait for the same silence.
    if (after.problem?.code === 'OFFLINE') break;
  }
  planPause();
}

async function send(entry: OutboxEntry): Promise<OutboxEntry> {
  const again = entry.attempts > 0;
  const sending = sentEntry(entry);
  await save(sending);
  const { opId, procedure, input, actAs, name } = sending;
  const reply = await callCloud({
    name,
    isRead: false,
    envelope: {
      procedure,
      input,
      opId,
      ...(actAs === undefined || actAs === NOBODY ? {} : { actAs }),
      ...(again ? { again } : {}),
    },
  });
  const answered = reply.ok
    ? answeredEntry(sending, reply.data)
    : refusedEntry(sending, reply.problem, { now: now(), chance: Math.random() });
  await save(answered);
  return answered;
}

function planPause(): void {
  pause?.cancel();
  const next = [...entries.values()].filter(isWaiting).map((entry) => entry.notBefore);
  if (next.length === 0 || !isForeground) return;
  pause = after(Math.max(1000, Math.min(...next) - now()), () => void flushOutbox());
}

async function save(entry: OutboxEntry): Promise<void> {
  entries.set(entry.opId, entry);
  await writeStored(entryKey(entry.opId), entry, 'sealed');
  for (const listener of listeners) listener(entry);
}

async function writeIndex(): Promise<void> {
  await writeStored(INDEX_KEY, [...entries.keys()]);
}

async function load(): Promise<void> {
  loading ??= readAll();
  await loading;
}

async function readAll(): Promise<void> {
  const index = await readStored(INDEX_KEY);
  const opIds = Array.isArray(index) ? index.filter((opId) => typeof opId === 'string') : [];
  for (const opId of opIds) {
    const stored = await readStored(entryKey(opId), 'sealed');
    if (isEntry(stored)) entries.set(opId, stored);
  }
}

function isEntry(stored: unknown): stored is OutboxEntry {
  return isRecord(stored) && typeof stored['opId'] === 'string' && typeof stored['state'] === 'string';
}
