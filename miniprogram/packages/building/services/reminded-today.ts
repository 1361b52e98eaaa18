/** Doors that were reminded today from this phone. A wall does not tell, so that a door opened again would offer it anew. */
import type { Day } from '@domain/kernel/day';
import { today } from '../../../services/clock';
import { isRecord, readStored, writeStored } from '../../../services/storage';

const KEY = 'remindedDoors';

export async function isRemindedToday(doorId: string): Promise<boolean> {
  return (await doorsOf(today())).includes(doorId);
}

/** Those of another day go as the first of today comes. */
export async function rememberReminded(doorId: string): Promise<void> {
  const day = today();
  const others = (await doorsOf(day)).filter((one) => one !== doorId);
  await writeStored(KEY, { day, doorIds: [...others, doorId] }, 'sealed');
}

async function doorsOf(day: Day): Promise<string[]> {
  const stored = await readStored(KEY, 'sealed');
  if (!isRecord(stored) || stored['day'] !== day || !Array.isArray(stored['doorIds'])) return [];
  return stored['doorIds'].filter((one) => typeof one === 'string');
}
