/** Leases of jobs, against a store that keeps documents in memory: a worker that was thought dead must change nothing. */
import type { SystemContext } from '../../../cloudfunctions/kernel/context';
import { FAILURES_MAX, newJob, runJobs, type JobStep } from '../../../cloudfunctions/kernel/job';
import {
  TransactionConflict,
  type Condition,
  type Query,
  type Store,
} from '../../../cloudfunctions/kernel/store';
import type { JobDocument } from '../../../cloudfunctions/repositories/documents';

const NOW = Date.parse('2026-03-10T01:00:00Z');
const LEASE_MS = 90_000;

type Row = Readonly<Record<string, unknown>> & { readonly _id: string };

function meets(value: unknown, condition: Condition): boolean {
  if (typeof condition !== 'object') return value === condition;
  if ('in' in condition) return condition.in.includes(value as string);
  return condition.lte === undefined || (value as number) <= (condition.lte as number);
}

/** The two verbs that jobs use; each is one step, as the database makes them. */
class Memory {
  readonly rows = new Map<string, Row>();

  readonly store = {
    search: async (_collection: string, { where }: Query) => this.matching(where),
    patchWhere: async (_collection: string, where: Query['where'], change: object) => {
      const found = this.matching(where);
      for (const row of found) this.rows.set(row._id, { ...row, ...change });
      return found.length;
    },
  } as unknown as Store;

  job(): JobDocument {
    return this.rows.get('count-x') as unknown as JobDocument;
  }

  private matching(where: Query['where']): Row[] {
    return [...this.rows.values()].filter((row) =>
      Object.entries(where).every(([field, condition]) => meets(row[field], condition)),
    );
  }
}

function contextOf(
  memory: Memory,
  who: string,
  { now = NOW, elapsed = (): number => 0 } = {},
): SystemContext {
  return { requestId: who, now, elapsed, store: memory.store } as unknown as SystemContext;
}

/** Rows 1 to 5, one a step, written down by whoever does them. */
function countTo5(done: string[], who: string) {
  return async (_context: SystemContext, { cursor }: JobDocument): Promise<JobStep> => {
    const row = Number(cursor || '0') + 1;
    done.push(`${who}${row}`);
    return { cursor: String(row), counts: { rows: row }, isDone: row === 5 };
  };
}

/** A promise and the key to it. */
function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

let memory: Memory;
beforeEach(() => {
  memory = new Memory();
  const job = newJob('count', 'x', NOW);
  memory.rows.set(job._id, job as unknown as Row);
});

describe('a job', () => {
  it('is done step by step, each row once', async () => {
    const done: string[] = [];

    await runJobs(contextOf(memory, 'a'), { count: countTo5(done, 'a') });
    await runJobs(contextOf(memory, 'b'), { count: countTo5(done, 'b') });

    expect(done).toEqual(['a1', 'a2', 'a3', 'a4', 'a5']);
    expect(memory.job()).toMatchObject({ state: 'done', cursor: '5', counts: { rows: 5 }, fence: 1 });
  });

  it('remembers how long its longest step took, from run to run', async () => {
    const done: string[] = [];
    const times = [0, 3_000, 9_000, 10_000, 41_000];
    const elapsed = () => times[done.length] ?? 41_000;
    await runJobs(contextOf(memory, 'a', { elapsed }), { count: countTo5(done, 'a') });
    expect(memory.job()).toMatchObject({ cursor: '4', slowestMs: 31_000 });

    await runJobs(contextOf(memory, 'b', { now: NOW + 60_000 }), { count: countTo5(done, 'b') });

    expect(memory.job()).toMatchObject({ state: 'done', slowestMs: 31_000 });
  });

  it('of no kind that is known waits', async () => {
    await runJobs(contextOf(memory, 'a'), {});

    expect(memory.job().state).toBe('queued');
  });

  it('is taken by one of two that come at once', async () => {
    const done: string[] = [];

    await Promise.all([
      runJobs(contextOf(memory, 'a'), { count: countTo5(done, 'a') }),
      runJobs(contextOf(memory, 'b'), { count: countTo5(done, 'b') }),
    ]);

    expect(done).toHaveLength(5);
    expect(new Set(done.map(([who]) => who)).size).toBe(1);
  });

  it('is not taken over while its lease holds, and is once it has lapsed; the sleeper then changes nothing', async () => {
    const done: string[] = [];
    const asleep = gate();
    const woken = gate();
    const sleeper = async (): Promise<JobStep> => {
      asleep.open();
      await woken.opened;
      return { cursor: '99', counts: { rows: 99 }, isDone: true };
    };
    const sleeping = runJobs(contextOf(memory, 'a'), { count: sleeper });
    await asleep.opened;

    await runJobs(contextOf(memory, 'b', { now: NOW + LEASE_MS - 1 }), { count: countTo5(done, 'b') });
    expect(done).toEqual([]);
    await runJobs(contextOf(memory, 'c', { now: NOW + LEASE_MS }), { count: countTo5(done, 'c') });
    woken.open();
    await sleeping;

    expect(done).toEqual(['c1', 'c2', 'c3', 'c4', 'c5']);
    expect(memory.job()).toMatchObject({ state: 'done', cursor: '5', counts: { rows: 5 }, leaseOwner: 'c' });
  });

  it('whose sleeper fails after it was taken over counts no failure', async () => {
    const asleep = gate();
    const woken = gate();
    const sleeper = async (): Promise<JobStep> => {
      asleep.open();
      await woken.opened;
      throw new Error('too late');
    };
    const sleeping = runJobs(contextOf(memory, 'a'), { count: sleeper });
    await asleep.opened;
    await runJobs(contextOf(memory, 'c', { now: NOW + LEASE_MS }), { count: countTo5([], 'c') });
    woken.open();
    await sleeping;

    expect(memory.job()).toMatchObject({ state: 'done', failures: 0 });
  });

  it('gives its lease back when its time is up, and goes on at the cursor', async () => {
    const done: string[] = [];
    const elapsed = () => (done.length < 2 ? 0 : 40_000);
    await runJobs(contextOf(memory, 'a', { elapsed }), { count: countTo5(done, 'a') });
    expect(memory.job()).toMatchObject({ state: 'running', cursor: '2', leaseUntil: 0 });

    await runJobs(contextOf(memory, 'b', { now: NOW + 60_000 }), { count: countTo5(done, 'b') });

    expect(done).toEqual(['a1', 'a2', 'b3', 'b4', 'b5']);
  });

  it('fails at last, and says where without what', async () => {
    const failing = async (): Promise<JobStep> => Promise.reject(new TypeError('王建国 10012345678'));
    for (let time = 1; time < FAILURES_MAX; time += 1) {
      await runJobs(contextOf(memory, 'a'), { count: failing });
      expect(memory.job()).toMatchObject({ state: 'queued', failures: time });
    }

    await runJobs(contextOf(memory, 'a'), { count: failing });

    expect(memory.job()).toMatchObject({ state: 'failed', failures: FAILURES_MAX });
    expect(memory.job().lastProblem).toMatch(/^TypeError/);
    expect(memory.job().lastProblem).not.toMatch(/王建国|10012345678/);
  });

  it('goes on however many races it loses: they are no failures', async () => {
    const losing = async (): Promise<JobStep> => Promise.reject(new TransactionConflict());
    for (let time = 0; time <= FAILURES_MAX; time += 1) {
      await runJobs(contextOf(memory, 'a'), { count: losing });
    }

    expect(memory.job()).toMatchObject({ state: 'queued', failures: 0 });
  });
});
