/**
 * What was done at doors: reminded within a day, and what was said from this phone. A wall tells neither, so that a door opened
 * again would ask anew.
 */
import { REMINDERS_APART_MS } from '@domain/inbox/reminder-limits';
import { now } from '../../../services/clock';
import { isRecord, readStored, writeStored } from '../../../services/storage';

const KEY = 'remindedDoors';
const SAID_KEY = 'saidDoors';
/** As long as a worker has to go and look. */
const SAID_MS = 7 * 86_400_000;

export interface Said {
  word: string;
  /** How the door stood: of another state something else is asked. */
  state: string;
  at: number;
}

export interface DoorMemory {
  reminded: readonly string[];
  said: Readonly<Record<string, Said>>;
}

export const NO_MEMORY: DoorMemory = { reminded: [], said: {} };

export async function doorMemory(): Promise<DoorMemory> {
  const [reminded, said] = await Promise.all([remindedSince(), saidSince()]);
  return { reminded: Object.keys(reminded), said };
}

/** Those that may be reminded again go as the next one comes. */
export async function rememberReminded(doorId: string, at: number): Promise<void> {
  await writeStored(KEY, { ...(await remindedSince()), [doorId]: at }, 'sealed');
}

export async function rememberSaid(doorId: string, said: Omit<Said, 'at'>): Promise<void> {
  await writeStored(SAID_KEY, { ...(await saidSince()), [doorId]: { ...said, at: now() } }, 'sealed');
}

async function remindedSince(): Promise<Record<string, number>> {
  const stored = await readStored(KEY, 'sealed');
  if (!isRecord(stored)) return {};
  const lines = Object.entries(stored as Record<string, number>);
  return Object.fromEntries(lines.filter(([, at]) => now() - at < REMINDERS_APART_MS));
}

async function saidSince(): Promise<Record<string, Said>> {
  const stored = await readStored(SAID_KEY, 'sealed');
  if (!isRecord(stored)) return {};
  const lines = Object.entries(stored as Record<string, Said>);
  return Object.fromEntries(lines.filter(([, { at }]) => now() - at < SAID_MS));
}
