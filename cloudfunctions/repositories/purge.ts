import type { Query, Store } from '../kernel/store';

const BATCH = 200;
const TOGETHER = 20;

interface Run {
  readonly store: Store;
  elapsed(): number;
}

interface Due {
  readonly day: { readonly lte: string; readonly gt?: string } | { readonly lt: string };
  readonly runMs: number;
  /** Rows besides these stay. */
  readonly where?: Query['where'];
}

/**
 * Erases the rows of a collection whose `purgeOn` has come, until none is left or the run's time is up: the next one goes on. With
 * `lt` a row stays through its day. Indexes by purgeOn.
 */
export async function purge(run: Run, collection: string, { day, runMs, where = {} }: Due): Promise<void> {
  for (;;) {
    const rows = await run.store.search(collection, {
      where: { ...where, purgeOn: day },
      limit: BATCH,
      fields: ['_id'],
    });
    for (let at = 0; at < rows.length; at += TOGETHER) {
      if (run.elapsed() > runMs) return;
      await Promise.all(rows.slice(at, at + TOGETHER).map(({ _id }) => run.store.remove(collection, _id)));
    }
    if (rows.length === 0) return;
  }
}
