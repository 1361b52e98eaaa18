/**
 * Receipts checked on the phone alone (D42). Keys of grids are fetched while there is a network and kept sealed; with them
 * the phone tries the campaign's days, the newest first.
 */
import { readReceipt, type ReceiptReading } from '@domain/census/receipt';
import { bytesOfBase64url } from '@domain/kernel/bytes';
import { addDays } from '@domain/kernel/calendar';
import type { Day } from '@domain/kernel/day';
import { hmacSha256 } from '@domain/kernel/sha256';
import { census } from '../../../services/census';
import { isRecord, readStored, writeStored } from '../../../services/storage';

const KEY = 'receiptKeys';
/** 100 days of a campaign are checked at once; a longer one keeps its last ones. */
const DAYS_MAX = 400;

interface GridKey {
  key: string;
  opensOn: Day;
  closesOn: Day;
}

/** Units by id, each with its grid; keys by grid. A unit may lie in another grid than its building. */
interface HeldKeys {
  grids: Record<string, GridKey>;
  units: Record<string, string>;
}

export type ReceiptVerdict = ReceiptReading | { verdict: 'noKey' };

/** Fetches what is missing for these units. True when every one of them can be checked without network. */
export async function bringReceiptKeys(unitIds: readonly string[]): Promise<boolean> {
  let held = await readKeys();
  for (const unitId of unitIds) {
    if (held.units[unitId] !== undefined) continue;
    const reply = await census.readReceiptKey({ unitId });
    if (!reply.ok) return false;
    const { gridId, ...gridKey } = reply.data;
    held = await rememberReceiptKey({ unitId, gridId }, gridKey);
  }
  return true;
}

/** A route pack brings the key of its unit along. */
export async function rememberReceiptKey(
  { unitId, gridId }: { unitId: string; gridId: string },
  gridKey: GridKey,
): Promise<HeldKeys> {
  const { grids, units } = await readKeys();
  const held = { grids: { ...grids, [gridId]: gridKey }, units: { ...units, [unitId]: gridId } };
  await writeStored(KEY, held, 'sealed');
  return held;
}

export async function checkReceipt(typed: string, doorId: string, today: Day): Promise<ReceiptVerdict> {
  const { units, grids } = await readKeys();
  const grid = grids[units[doorId.slice(0, doorId.lastIndexOf('-'))] ?? ''];
  return grid === undefined ? { verdict: 'noKey' } : checkAgainst(grid, { typed, doorId, today });
}

export function checkAgainst(
  { key, opensOn, closesOn }: GridKey,
  { typed, doorId, today }: { typed: string; doorId: string; today: Day },
): ReceiptVerdict {
  const secret = bytesOfBase64url(key);
  if (secret === undefined) return { verdict: 'noKey' };
  const until = today < closesOn ? today : closesOn;
  const earliest = addDays(until, -DAYS_MAX);
  const place = { doorId, opensOn: opensOn < earliest ? earliest : opensOn, until };
  return readReceipt(typed, place, (message) => hmacSha256(secret, message));
}

async function readKeys(): Promise<HeldKeys> {
  const stored = await readStored(KEY, 'sealed');
  return isHeld(stored) ? stored : { grids: {}, units: {} };
}

function isHeld(stored: unknown): stored is HeldKeys {
  return isRecord(stored) && isRecord(stored['grids']) && isRecord(stored['units']);
}
