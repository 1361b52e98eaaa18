/** What changed in the outbox is told at once, and then together as often as a page may be set: never once a record. */
import type { OutboxEntry } from './outbox-entry';
import { after } from './timer';

type Listener = (changed: readonly OutboxEntry[]) => void;

const PAUSE_MS = 250;

const listeners = new Set<Listener>();
/** Not told yet, each as it is now. */
const changed = new Map<string, OutboxEntry>();
let isPausing = false;

/** Tells about changed entries, at most four times a second, until the returned function is called. */
export function onOutboxChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function tellOutboxChange(entry: OutboxEntry): void {
  changed.set(entry.opId, entry);
  if (!isPausing) tell();
}

function tell(): void {
  isPausing = changed.size > 0;
  if (!isPausing) return;
  const told = [...changed.values()];
  changed.clear();
  after(PAUSE_MS, tell);
  for (const listener of listeners) listener(told);
}
