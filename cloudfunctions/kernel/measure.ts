/**
 * How often one caller may do one thing. A caller has one document a day with a counter for each action and window, so that
 * nobody queues behind anybody; limits of sixty an hour and more are taken in blocks of ten that a warm instance spends.
 */
import type { ActionName } from '@domain/identity/permission';
import { addDays } from '@domain/kernel/calendar';
import { dayOf } from '@domain/kernel/day';
import { Problem } from '@domain/kernel/problem';
import { bucketOf, type Bucket, WRONG_TOKENS_MAX, WRONG_TOKENS_LOCK_MS } from '../policies/quota';
import type { LimitDocument } from '../repositories/documents';
import { digestId } from '../vault/random-id';
import type { Caller } from './context';
import { logSecurity } from './log';
import { DuplicateKey, increase, type Change, type Store } from './store';

const KEPT_DAYS = 2;
const BLOCKS_MAX = 2000;

export interface Measure {
  /** Throws RATE_LIMITED beyond the limit, and for a day after the tenth wrong token. */
  spend(): Promise<void>;
  /** Counts a wrong token; throws RATE_LIMITED when it was the last one allowed. */
  strike(): Promise<void>;
}

export interface MeasureFacts {
  readonly action: ActionName;
  readonly caller: Caller;
  readonly now: number;
  readonly requestId: string;
}

// Calls left of a block that this instance has already paid for.
const blocks = new Map<string, number>();
// Until when a caller spends from no block: the document alone says what is closed and for how long.
const unpaid = new Map<string, number>();

function limitId(caller: Caller, day: string): string {
  return digestId('limit', caller.userId, day);
}

interface Tally {
  /** `counts.<bucket>` or `wrongTokens`. */
  readonly field: string;
  readonly by: number;
}

/** Adds to the caller's counters of a day, in one write once the day's document exists. */
async function count(store: Store, facts: MeasureFacts, { field, by }: Tally): Promise<LimitDocument> {
  const day = dayOf(facts.now);
  const _id = limitId(facts.caller, day);
  const change: Change = { [field]: increase(by) };
  const counted = await store.patchAndRead<LimitDocument>('limits', _id, change);
  if (counted !== undefined) return counted;
  const [group = '', name = ''] = field.split('.');
  const fresh: LimitDocument = {
    _id,
    counts: group === 'counts' ? { [name]: by } : {},
    wrongTokens: group === 'wrongTokens' ? by : 0,
    lockedUntil: 0,
    purgeOn: addDays(day, KEPT_DAYS),
  };
  try {
    await store.insert('limits', [fresh]);
    return fresh;
  } catch (error) {
    if (!(error instanceof DuplicateKey)) throw error;
    return (await store.patchAndRead<LimitDocument>('limits', _id, change)) ?? fresh;
  }
}

function closeBlocks(userId: string, until: number): void {
  for (const key of blocks.keys()) if (key.startsWith(`${userId}|`)) blocks.delete(key);
  if (unpaid.size >= BLOCKS_MAX) unpaid.clear();
  unpaid.set(userId, until);
}

/** A lock of a day reaches into tomorrow's document as well. */
async function lock(store: Store, facts: MeasureFacts): Promise<void> {
  const lockedUntil = facts.now + WRONG_TOKENS_LOCK_MS;
  const today = dayOf(facts.now);
  await store.patchAndRead('limits', limitId(facts.caller, today), { lockedUntil });
  const tomorrow = addDays(today, 1);
  const locked: LimitDocument = {
    _id: limitId(facts.caller, tomorrow),
    counts: {},
    wrongTokens: 0,
    lockedUntil,
    purgeOn: addDays(tomorrow, KEPT_DAYS),
  };
  await store.replace('limits', locked);
  logSecurity('codesLocked', facts.caller.userId, facts.requestId);
}

/** Takes one call from a block that is paid for; false where none is left. */
function takeFromBlock(userId: string, block: string, now: number): boolean {
  const left = (unpaid.get(userId) ?? 0) > now ? 0 : (blocks.get(block) ?? 0);
  if (left > 0) blocks.set(block, left - 1);
  return left > 0;
}

function beyond({ sentence }: Bucket): Problem {
  return new Problem('RATE_LIMITED', sentence === undefined ? {} : { sentence });
}

export function openMeasure(store: Store, facts: MeasureFacts): Measure {
  const { action, caller, now } = facts;
  return {
    spend: async () => {
      const bucket = caller.cell.quota ? bucketOf(action, caller.role, now) : undefined;
      if (bucket === undefined) return;
      const block = `${caller.userId}|${bucket.key}`;
      if (takeFromBlock(caller.userId, block, now)) return;
      const counted = await count(store, facts, { field: `counts.${bucket.key}`, by: bucket.step });
      if (counted.lockedUntil > now) throw new Problem('RATE_LIMITED');
      if ((counted.counts[bucket.key] ?? 0) > bucket.limit) throw beyond(bucket);
      if (blocks.size >= BLOCKS_MAX) blocks.clear();
      if (bucket.step > 1) blocks.set(block, bucket.step - 1);
    },
    strike: async () => {
      const { wrongTokens } = await count(store, facts, { field: 'wrongTokens', by: 1 });
      if (wrongTokens < WRONG_TOKENS_MAX) return;
      closeBlocks(caller.userId, now + WRONG_TOKENS_LOCK_MS);
      await lock(store, facts);
      throw new Problem('RATE_LIMITED');
    },
  };
}
