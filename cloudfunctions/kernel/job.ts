/**
 * Long work in steps. A worker takes the job's lease by compare-and-set and a new fence with it; each step writes what is
 * idempotent first and then cursor, counts and lease in one write that asks for its fence, so that a worker that was thought
 * dead changes nothing when it wakes. A killed run leaves its lease to lapse and the next one goes on at the cursor.
 */
import type { JobDocument } from '../repositories/documents';
import type { SystemContext } from './context';
import { placeOf } from './log';
import { TransactionConflict } from './store';

const LEASE_MS = 90_000;
/** A step that fails so often in a row ends its job. A lost race is no failure: the next run makes it up. */
export const FAILURES_MAX = 5;
/** A timer's run ends well before the platform's sixty seconds; a step takes at most fifteen. */
const RUN_MS = 40_000;
const JOBS_MAX = 20;

/** What a step answers: where to go on, figures for the screen, and whether that was the last one. */
export interface JobStep {
  readonly cursor: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly isDone: boolean;
}

export type JobWork = (context: SystemContext, job: JobDocument) => Promise<JobStep>;

export function newJob(kind: string, subjectId: string, now: number): JobDocument {
  return {
    _id: `${kind}-${subjectId}`,
    kind,
    subjectId,
    state: 'queued',
    cursor: '',
    counts: {},
    failures: 0,
    lastProblem: '',
    leaseOwner: '',
    leaseUntil: 0,
    fence: 0,
    slowestMs: 0,
    runAfter: now,
    at: now,
  };
}

async function takeLease(context: SystemContext, job: JobDocument): Promise<JobDocument | undefined> {
  const taken = {
    state: 'running' as const,
    leaseOwner: context.requestId,
    leaseUntil: context.now + context.elapsed() + LEASE_MS,
    fence: job.fence + 1,
  };
  const runAfter = taken.leaseUntil;
  const won = await context.store.patchWhere(
    'jobs',
    { _id: job._id, fence: job.fence },
    { ...taken, runAfter },
  );
  return won === 1 ? { ...job, ...taken, runAfter } : undefined;
}

async function keepStep(
  context: SystemContext,
  job: JobDocument,
  { startedMs, step }: { readonly startedMs: number; readonly step: JobStep },
): Promise<JobDocument | undefined> {
  const elapsed = context.elapsed();
  const leaseUntil = context.now + elapsed + LEASE_MS;
  const change = {
    slowestMs: Math.max(job.slowestMs, Math.round(elapsed - startedMs)),
    cursor: step.cursor,
    counts: step.counts,
    failures: 0,
    leaseUntil,
    runAfter: leaseUntil,
    ...(step.isDone ? { state: 'done' as const, runAfter: 0 } : {}),
  };
  const kept = await context.store.patchWhere('jobs', { _id: job._id, fence: job.fence }, change);
  return kept === 1 ? { ...job, ...change } : undefined;
}

async function noteFailure(context: SystemContext, job: JobDocument, error: unknown): Promise<void> {
  const failures = job.failures + (error instanceof TransactionConflict ? 0 : 1);
  await context.store.patchWhere(
    'jobs',
    { _id: job._id, fence: job.fence },
    {
      failures,
      lastProblem: placeOf(error).slice(0, 300),
      state: failures >= FAILURES_MAX ? 'failed' : 'queued',
      leaseUntil: 0,
      runAfter: context.now,
    },
  );
}

async function work(context: SystemContext, queued: JobDocument, step: JobWork): Promise<void> {
  let job = await takeLease(context, queued);
  while (job?.state === 'running' && context.elapsed() < RUN_MS) {
    const held: JobDocument = job;
    try {
      const startedMs = context.elapsed();
      job = await keepStep(context, held, { startedMs, step: await step(context, held) });
    } catch (error) {
      await noteFailure(context, held, error);
      return;
    }
  }
  // Time is up: the lease is given back, so that the next run need not wait for it to lapse.
  if (job?.state === 'running') {
    await context.store.patchWhere(
      'jobs',
      { _id: job._id, fence: job.fence },
      { leaseUntil: 0, runAfter: context.now },
    );
  }
}

/** Runs every job that waits or whose lease has lapsed, each with the work of its kind, oldest first. */
export async function runJobs(
  context: SystemContext,
  works: Readonly<Record<string, JobWork>>,
): Promise<void> {
  const waiting = await context.store.search<JobDocument>('jobs', {
    where: { state: { in: ['queued', 'running'] }, runAfter: { lte: context.now } },
    order: [['runAfter', 'asc']],
    limit: JOBS_MAX,
  });
  for (const job of waiting) {
    if (context.elapsed() >= RUN_MS) return;
    const step = works[job.kind];
    if (step !== undefined) await work(context, job, step);
  }
}
