/**
 * Forms that are being filled, one a door. Every change is kept on the phone, encrypted, before anything is sent; the
 * server holds nothing of a household before it submits (D46). A draft goes when its outbox entry is stored, or after
 * seven days.
 */
import type { Plate } from '@domain/census/door';
import { now } from './clock';
import { keepInCloud } from './cloud-draft';
import type { Draft } from './draft';
import { findInOutbox } from './outbox';
import { isRecord, readStored, removeStored, writeStored } from './storage';

export interface DraftLine {
  doorId: string;
  plate: Plate;
  savedAt: number;
}

const INDEX_KEY = 'drafts';
const KEPT_MS = 7 * 86_400_000;
const draftKey = (doorId: string): string => `draft:${doorId}`;

const open = new Map<string, Draft>();
/** Forms that lie open and in which nothing was changed: they go with the app. */
const untouched = new Map<string, Draft>();
const writing = new Map<string, Promise<void>>();

/** The draft of a door. One whose entry already waits in the outbox was sent: it is cleared away. */
export async function findDraft(doorId: string): Promise<Draft | undefined> {
  const draft = open.get(doorId) ?? (await readDraft(doorId));
  if (draft === undefined) return undefined;
  const isSent = draft.opId !== undefined && (await findInOutbox(draft.opId)) !== undefined;
  if (isSent || now() - draft.savedAt > KEPT_MS) {
    await removeDraft(doorId);
    return undefined;
  }
  open.set(doorId, draft);
  return draft;
}

/** Lays a form out without keeping it: whoever only looks has not begun anything. The first change keeps it. */
export function layOutDraft(draft: Draft): void {
  untouched.set(draft.doorId, draft);
}

/** The form to be filled at a door: what was kept goes before what only lies there. */
export async function draftToFill(doorId: string): Promise<Draft | undefined> {
  return (await findDraft(doorId)) ?? untouched.get(doorId);
}

/** Whether this is a form that only lies there. */
export function isUntouched(draft: Draft): boolean {
  return untouched.get(draft.doorId) === draft;
}

/** Keeps the draft. Quick changes share a write: the last one is always the one on the phone. */
export async function saveDraft(change: Draft): Promise<void> {
  const isNew = !open.has(change.doorId);
  const draft = { ...change, savedAt: now() };
  open.set(draft.doorId, draft);
  untouched.delete(draft.doorId);
  if (isNew) await writeIndexWith(draft);
  const before = writing.get(draft.doorId) ?? Promise.resolve();
  const mine = before.then(async () => {
    if (open.get(draft.doorId) === draft) await writeStored(draftKey(draft.doorId), draft, 'sealed');
  });
  writing.set(draft.doorId, mine);
  await mine;
  keepInCloud(draft);
}

export async function removeDraft(doorId: string): Promise<void> {
  open.delete(doorId);
  await writing.get(doorId);
  await removeStored(draftKey(doorId));
  const lines = await draftLines();
  await writeStored(
    INDEX_KEY,
    lines.filter((line) => line.doorId !== doorId),
    'sealed',
  );
}

/** Doors with a draft, newest first; no answer among them. */
export async function draftLines(): Promise<DraftLine[]> {
  const stored = await readStored(INDEX_KEY, 'sealed');
  return Array.isArray(stored) ? stored.filter(isLine) : [];
}

async function writeIndexWith({ doorId, plate, savedAt }: Draft): Promise<void> {
  const others = (await draftLines()).filter((line) => line.doorId !== doorId);
  await writeStored(INDEX_KEY, [{ doorId, plate, savedAt }, ...others], 'sealed');
}

async function readDraft(doorId: string): Promise<Draft | undefined> {
  const stored = await readStored(draftKey(doorId), 'sealed');
  return isDraft(stored) ? stored : undefined;
}

function isDraft(stored: unknown): stored is Draft {
  return isRecord(stored) && typeof stored['doorId'] === 'string' && isRecord(stored['answers']);
}

function isLine(stored: unknown): stored is DraftLine {
  return isRecord(stored) && typeof stored['doorId'] === 'string' && isRecord(stored['plate']);
}
