/**
 * How full the phone is. Records go before everything that can be fetched again: downloads stop while there is still room
 * for records, and a full phone lets go of old answers and route packs before it refuses a record.
 */
import { removeStored, storedKeys } from './storage';

/** scarce: nothing is downloaded any more · full: records may soon find no room, hand them in. */
export type RoomLevel = 'ample' | 'scarce' | 'full';

export interface StorageRoom {
  usedKb: number;
  limitKb: number;
  level: RoomLevel;
}

const SCARCE_FROM = 0.7;
const FULL_FROM = 0.9;
/** First what an online page fetches by itself, then what the morning's download brings back. */
const FETCHED_AGAIN: readonly string[] = ['kept:', 'pack:'];

export async function storageRoom(): Promise<StorageRoom> {
  const { currentSize, limitSize } = await wx.getStorageInfo();
  return { usedKb: currentSize, limitKb: limitSize, level: levelOf(currentSize / limitSize) };
}

function levelOf(share: number): RoomLevel {
  if (share >= FULL_FROM) return 'full';
  return share >= SCARCE_FROM ? 'scarce' : 'ample';
}

/** Runs a write; where the phone refuses it, makes room step by step. Throws what the last try threw. */
export async function withRoomFor(write: () => Promise<void>): Promise<void> {
  for (const prefix of FETCHED_AGAIN) {
    try {
      await write();
      return;
    } catch {
      // Whatever the reason was: with more room the same write is tried again, and its last failure is thrown.
      await removeAll(prefix);
    }
  }
  await write();
}

async function removeAll(prefix: string): Promise<void> {
  for (const key of await storedKeys()) if (key.startsWith(prefix)) await removeStored(key);
}
