/**
 * Where entries lie on the phone: a sealed key an entry, and a small list of them. One that cannot be read any more is
 * `broken` and stays, and no other suffers from it; when the list itself is lost, the keys of the phone say it again.
 */
import { brokenEntry, type OutboxEntry } from './outbox-entry';
import { isRecord, readStored, removeStored, storedKeys, writeStored } from './storage';
import { withRoomFor } from './storage-room';

const LIST_KEY = 'outbox';
const PREFIX = 'outbox:';
const entryKey = (opId: string): string => `${PREFIX}${opId}`;

interface EntryList {
  /** Number of the newest entry ever made here. */
  seq: number;
  opIds: string[];
}

export async function readEntries(): Promise<{ entries: OutboxEntry[]; seq: number }> {
  const { opIds, seq } = await readList();
  const found = await Promise.all(opIds.map(readEntry));
  const entries = found.filter((entry) => entry !== undefined);
  return { entries, seq: Math.max(seq, ...entries.map(({ clientSeq }) => clientSeq)) };
}

/** A full phone lets go of what can be fetched again, before it refuses a record. */
export async function writeEntry(entry: OutboxEntry): Promise<void> {
  await withRoomFor(() => writeStored(entryKey(entry.opId), entry, 'sealed'));
}

export async function writeList(list: EntryList): Promise<void> {
  await withRoomFor(() => writeStored(LIST_KEY, list));
}

export async function eraseEntry(opId: string): Promise<void> {
  await removeStored(entryKey(opId));
}

async function readList(): Promise<EntryList> {
  const list = await readable(LIST_KEY, 'plain');
  if (isList(list)) return list;
  if (list === undefined) return { seq: 0, opIds: [] };
  const keys = await storedKeys();
  return {
    seq: 0,
    opIds: keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length)),
  };
}

/** Undefined where the list points to nothing: the phone died between list and entry, and the draft is still there. */
async function readEntry(opId: string): Promise<OutboxEntry | undefined> {
  const stored = await readable(entryKey(opId), 'sealed');
  if (stored === undefined) return undefined;
  return isEntry(stored, opId) ? stored : brokenEntry(opId, 0, stored);
}

/** What stands under the key; the words of the failure where the phone cannot decrypt it. */
async function readable(key: string, protection: 'plain' | 'sealed'): Promise<unknown> {
  try {
    return await readStored(key, protection);
  } catch (error) {
    return String(isRecord(error) ? error['errMsg'] : error);
  }
}

function isList(stored: unknown): stored is EntryList {
  return isRecord(stored) && typeof stored['seq'] === 'number' && Array.isArray(stored['opIds']);
}

const TEXTS = ['name', 'procedure', 'group', 'label', 'what', 'state'] as const;
const NUMBERS = ['clientSeq', 'madeAt', 'attempts', 'rejections', 'notBefore'] as const;

function isEntry(stored: unknown, opId: string): stored is OutboxEntry {
  return (
    isRecord(stored) &&
    stored['opId'] === opId &&
    TEXTS.every((field) => typeof stored[field] === 'string') &&
    NUMBERS.every((field) => typeof stored[field] === 'number')
  );
}
