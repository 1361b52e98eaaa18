/**
 * What was done at doors from this phone: reminded today, and what was said. A wall tells neither, so that a door opened again
 * would ask anew.
 */
import type { Day } from '@domain/kernel/day';
import { now, today } from '../../../services/clock';
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
  const [reminded, said] = await Promise.all([remindedOn(today()), saidSince()]);
  return { reminded, said };
}

/** Those of another day go as the first of today comes. */
export async function rememberReminded(doorId: string): Promise<void> {
  const day = today();
  const others = (await remindedOn(day)).filter((one) => one !== doorId);
  await writeStored(KEY, { day, doorIds: [...others, doorId] }, 'sealed');
}

export async function rememberSaid(doorId: string, said: Omit<Said, 'at'>): Promise<void> {
  await writeStored(SAID_KEY, { ...(await saidSince()), [doorId]: { ...said, at: now() } }, 'sealed');
}

async function remindedOn(day: Day): Promise<string[]> {
  const stored = await readStored(KEY, 'sealed');
  if (!isRecord(stored) || stored['day'] !== day || !Array.isArray(stored['doorIds'])) return [];
  return stored['doorIds'].filter((one) => typeof one === 'string');
}

async function saidSince(): Promise<Record<string, Said>> {
  const stored = await readStored(SAID_KEY, 'sealed');
  if (!isRecord(stored)) return {};
  const lines = Object.entries(stored as Record<string, Said>);
  return Object.fromEntries(lines.filter(([, { at }]) => now() - at < SAID_MS));
}
