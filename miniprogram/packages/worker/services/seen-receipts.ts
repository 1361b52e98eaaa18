/**
 * Receipts that were found genuine on this phone. A wall or a route pack that is older than such a receipt cannot know of its
 * form yet: until the cloud is asked again, the door counts as one that has answered.
 */
import { addDays } from '@domain/kernel/calendar';
import { dayOf, type Day } from '@domain/kernel/day';
import { trueNow } from '../../../services/clock';
import { isRecord, readStored, writeStored } from '../../../services/storage';

const KEY = 'seenReceipts';
/** Longer than any route pack serves. */
const KEPT_DAYS = 7;

interface SeenReceipt {
  /** Of the receipt. */
  day: Day;
  /** When it was checked. */
  at: number;
}

/** By id of the door. */
export type SeenReceipts = Readonly<Record<string, SeenReceipt>>;

export async function noteReceipt(doorId: string, day: Day): Promise<SeenReceipts> {
  const at = trueNow();
  const oldest = addDays(dayOf(at), -KEPT_DAYS);
  const others = Object.entries(await seenReceipts()).filter(([, seen]) => seen.day >= oldest);
  const kept = { ...Object.fromEntries(others), [doorId]: { day, at } };
  await writeStored(KEY, kept, 'sealed');
  return kept;
}

export async function seenReceipts(): Promise<SeenReceipts> {
  const stored = await readStored(KEY, 'sealed');
  return isRecord(stored) ? (stored as SeenReceipts) : {};
}

/** A receipt of an earlier day was in the cloud when it was asked, whatever had become of its form by then. */
export function saysMore(seen: SeenReceipt | undefined, asOf: number): boolean {
  return seen !== undefined && seen.at >= asOf && seen.day >= dayOf(asOf);
}
