/** A lost race is run again from its start, a few times: what a callback does besides writing is therefore nothing. */
import { setTimeout as wait } from 'node:timers/promises';
import { TransactionConflict, type Store } from './store';

export const ATTEMPTS_MAX = 7;
const PAUSE_MS = 12;
const PAUSE_MAX_MS = 600;

/** Who won needs as long as who lost: where the database is slow, nobody comes back before it is free. */
export function longestPause(attempts: number, tookMs: number): number {
  return Math.min(Math.max(PAUSE_MS, tookMs) * 2 ** attempts, PAUSE_MAX_MS);
}

/** Losers come back one after the other: each waits a part of it that is its own. */
export async function pauseAfter(attempts: number, startedAt: number): Promise<void> {
  await wait(longestPause(attempts, performance.now() - startedAt) * Math.random());
}

/** The same store for a timer: people change things while it works, and what comes after them need not wait for its next run. */
export function persistent(store: Store): Store {
  const transact: Store['transact'] = async (work) => {
    for (let attempts = 1; ; attempts += 1) {
      const startedAt = performance.now();
      try {
        return await store.transact(work);
      } catch (error) {
        if (!(error instanceof TransactionConflict) || attempts >= ATTEMPTS_MAX) throw error;
        await pauseAfter(attempts, startedAt);
      }
    }
  };
  return { ...store, transact };
}
