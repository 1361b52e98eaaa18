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

/**
 * What an attempt answers, `undefined` where it lost; undefined too when it lost every time. Losers come back one after the other:
 * each waits a part of the pause that is its own.
 */
export async function untilWon<Won extends object>(
  attempt: () => Promise<Won | undefined>,
): Promise<Won | undefined> {
  for (let attempts = 1; ; attempts += 1) {
    const startedAt = performance.now();
    const won = await attempt();
    if (won !== undefined || attempts === ATTEMPTS_MAX) return won;
    await wait(longestPause(attempts, performance.now() - startedAt) * Math.random());
  }
}

/** The same store for a timer: people change things while it works, and what comes after them need not wait for its next run. */
export function persistent(store: Store): Store {
  const transact: Store['transact'] = async (work) => {
    const won = await untilWon(async () => {
      try {
        return { value: await store.transact(work) };
      } catch (error) {
        if (error instanceof TransactionConflict) return undefined;
        throw error;
      }
    });
    if (won === undefined) throw new TransactionConflict();
    return won.value;
  };
  return { ...store, transact };
}
