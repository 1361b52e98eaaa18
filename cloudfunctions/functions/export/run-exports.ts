/**
 * Makes the files that were agreed to. A step makes the sheets of a twelfth of the scope and stores them sealed; the last
 * one puts them together. What counts is in the job's cursor and in the mark `ready`, each written behind a condition: a
 * run that is killed is repeated from the last cursor, and of two runs only one is believed.
 *
 * What a whole street costs (123 compounds, 76,688 households), beyond the timer's call and its look for jobs, which are
 * paid whether or not a file was asked for: a look for waiting events, the boards, the index of kept sheets, a read of walls
 * a step and about 130 of households; 11 steps; 10 parts up and down, the workbook and the kept file up; 15 writes. Nothing
 * changed: those three reads, 4 writes, the kept file down and the workbook up, which is 9, and no record is read.
 */
import { FAILURES_MAX, runJobs, type JobStep } from '../../kernel/job';
import type { SystemContext } from '../../kernel/context';
import type { JobDocument } from '../../repositories/documents';
import { findExport } from '../../repositories/exports';
import { findPieces } from '../../repositories/pieces';
import { readCursor, writeCursor, type ExportCursor } from './export-cursor';
import { finishExport } from './finish-export';
import { nextPart, piecesAtHand, planExport } from './export-plan';
import { giveUp } from './give-up';
import { makePart } from './make-part';
import { piecesIdOf } from './piece-place';
import { attemptOf, erase, leftovers } from './stored-files';
import { tellFailed, tellReady } from './tell-end';

/** Rows below which a division into steps costs more than it saves. */
const PART_WEIGHT_MIN = 6_000;
/** Failures in a row after which kept sheets are no longer trusted and everything is made from records. */
const FAILURES_BEFORE_AFRESH = 2;
/** Runs after which a job that never fails and never ends is given up: some took the lease and had no time left for it. */
const RUNS_MAX = 120;

const SETTLED: JobStep = { cursor: '', counts: {}, isDone: true };

async function startAfresh({ files }: SystemContext, { task, parts }: ExportCursor): Promise<ExportCursor> {
  await files.remove(parts.map(({ fileId }) => fileId));
  return { task, parts: [], isAfresh: true };
}

/** What a settled job's runs left behind. */
async function clearUp(context: SystemContext, job: JobDocument, fileId: string | undefined): Promise<void> {
  const { task, parts } = readCursor(job);
  const kept = await findPieces(context.store, piecesIdOf(task));
  const known = fileId ?? parts[0]?.fileId;
  const left = known === undefined ? [] : leftovers(job, known);
  await erase(context, [...left, ...parts.map((part) => part.fileId)], [fileId, kept?.fileId]);
}

/**
 * True where a run that was killed afterwards, or another one, has marked the file already. A file that stays unfinished run
 * after run is given up.
 */
async function isSettled(context: SystemContext, job: JobDocument): Promise<boolean> {
  if (job.fence === 1) return false;
  const { store } = context;
  if (job.fence > RUNS_MAX) await giveUp(context, job.subjectId);
  const file = await findExport(store, job.subjectId);
  if (file?.state === 'approved') return false;
  if (file?.state === 'ready') await tellReady(context, file);
  if (file?.state === 'failed') await tellFailed(context, file);
  await clearUp(context, job, file?.fileId);
  return true;
}

function progressOf(cursor: ExportCursor, isDone: boolean): JobStep {
  const { plan } = cursor;
  const done = plan === undefined ? [] : [...piecesAtHand(cursor, plan).values()];
  const counts = {
    parts: plan?.compounds.length ?? 0,
    partsDone: done.length,
    rows: done.reduce((sum, { rows }) => sum + rows, 0),
  };
  return { cursor: isDone ? '' : writeCursor(cursor), counts, isDone };
}

async function step(context: SystemContext, job: JobDocument, partWeightMin: number): Promise<JobStep> {
  if (await isSettled(context, job)) return SETTLED;
  const stored = readCursor(job);
  const isDistrusted = job.failures >= FAILURES_BEFORE_AFRESH;
  const cursor = isDistrusted ? await startAfresh(context, stored) : stored;
  const plan = cursor.plan ?? (await planExport(context, cursor));
  if (plan === undefined) return progressOf(cursor, false);

  const planned: ExportCursor = { ...cursor, plan };
  const atHand = piecesAtHand(cursor, plan);
  const missing = plan.compounds.filter(({ id }) => !atHand.has(id));
  const compounds = nextPart(missing, plan, partWeightMin);
  const work = { context, task: cursor.task, plan, compounds, attempt: attemptOf(job) };
  if (compounds.length < missing.length) {
    const part = await makePart(work, cursor.parts.length);
    return progressOf({ ...planned, parts: [...cursor.parts, part] }, false);
  }
  const made = await finishExport(work, { job, atHand, parts: cursor.parts });
  return made === undefined ? SETTLED : { ...SETTLED, counts: made };
}

/** A job that is about to be given up says so on the file; its parts go. */
async function stepOrGiveUp(
  context: SystemContext,
  job: JobDocument,
  partWeightMin: number,
): Promise<JobStep> {
  try {
    return await step(context, job, partWeightMin);
  } catch (error) {
    if (job.failures + 1 >= FAILURES_MAX) {
      await giveUp(context, job.subjectId);
      await context.files.remove(readCursor(job).parts.map(({ fileId }) => fileId));
    }
    throw error;
  }
}

export function runExports(context: SystemContext, partWeightMin = PART_WEIGHT_MIN): Promise<void> {
  return runJobs(context, { export: (run, job) => stepOrGiveUp(run, job, partWeightMin) });
}
