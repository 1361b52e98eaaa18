import type { Caller } from '../../../cloudfunctions/kernel/context';
import { openMeasure, type Measure } from '../../../cloudfunctions/kernel/measure';
import { isIncrease, type Change, type Store } from '../../../cloudfunctions/kernel/store';
import { WRONG_TOKENS_LOCK_MS, WRONG_TOKENS_MAX } from '../../../cloudfunctions/policies/quota';
import type { LimitDocument } from '../../../cloudfunctions/repositories/documents';

const NOW = Date.parse('2026-03-10T01:00:00Z');
const TEN_MINUTES = 10 * 60_000;

function changed(document: LimitDocument, change: Change): LimitDocument {
  const { counts, ...rest } = document;
  const next = { counts: { ...counts }, ...rest } as Record<string, unknown> & LimitDocument;
  for (const [field, value] of Object.entries(change)) {
    const [group = '', name] = field.split('.');
    const holder = (name === undefined ? next : next.counts) as Record<string, unknown>;
    const key = name ?? group;
    holder[key] = isIncrease(value) ? Number(holder[key] ?? 0) + value.increase : value;
  }
  return next;
}

/** As much of a store as counters ask for. */
function counters(): Store {
  const limits = new Map<string, LimitDocument>();
  const keep = (document: object): void => {
    const limit = document as LimitDocument;
    limits.set(limit._id, limit);
  };
  return {
    patchAndRead: (_name: string, which: string | object, change: Change) => {
      const id = typeof which === 'string' ? which : '';
      const found = limits.get(id);
      if (found !== undefined) keep(changed(found, change));
      return Promise.resolve(limits.get(id));
    },
    insert: (_name: string, documents: readonly object[]) => {
      documents.forEach(keep);
      return Promise.resolve();
    },
    replace: (_name: string, document: object) => {
      keep(document);
      return Promise.resolve();
    },
  } as unknown as Store;
}

describe('the measure of a caller', () => {
  let people = 0;
  let store: Store;
  let caller: Caller;
  beforeEach(() => {
    people += 1;
    store = counters();
    const cell = { quota: true } as Caller['cell'];
    caller = { userId: `person${people}`, role: 'VI', seat: null, cell, isOver: false };
  });
  const measureAt = (now: number): Measure =>
    openMeasure(store, { action: 'address.search', caller, now, requestId: 'r1' });

  async function guessAll(): Promise<void> {
    for (let guess = 1; guess < WRONG_TOKENS_MAX; guess += 1) await measureAt(NOW).strike();
    await expect(measureAt(NOW).strike()).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  }

  it('holds thirty calls, taken in blocks of ten', async () => {
    for (let call = 1; call <= 30; call += 1) await measureAt(NOW).spend();

    await expect(measureAt(NOW).spend()).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('is closed by the last wrong token at once, for calls that were paid for before too', async () => {
    await measureAt(NOW).spend();

    await guessAll();

    await expect(measureAt(NOW).spend()).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('opens again when the day of the lock is over', async () => {
    await guessAll();
    const end = NOW + WRONG_TOKENS_LOCK_MS;

    await expect(measureAt(end - TEN_MINUTES).spend()).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await expect(measureAt(end).spend()).resolves.toBeUndefined();
  });
});
