/** The last step of an export: the remaining sheets, the workbook, the kept file, the mark `ready`, and the clearing up. */
import { join } from 'node:path';
import type { PieceEntry } from '../../repositories/documents';
import { markFailed, markReady } from '../../repositories/exports';
import { findPieces, keepPieces } from '../../repositories/pieces';
import { withFolder } from '../../ports/files';
import { assemble, fetchPieces, type Assembled, type PieceAtHand } from './assemble';
import { CLEAR_ROWS_MAX } from './clear-allowance';
import type { PiecesFile } from './export-cursor';
import { makePieces } from './make-pieces';
import type { StepWork } from './make-part';
import { PieceFile } from './piece-file';
import { piecesIdOf } from './piece-place';

const PARTS_NAMED_MAX = 13;
const REMOVED_AT_ONCE = 50;

export interface Gathered {
  /** Stored pieces by compound. */
  readonly atHand: ReadonlyMap<string, PieceEntry & { readonly fileId: string }>;
  readonly parts: readonly PiecesFile[];
  readonly fence: number;
}

interface Local {
  readonly pieces: ReadonlyMap<string, PieceAtHand>;
  readonly files: readonly PieceFile[];
}

async function gather(work: StepWork, { atHand }: Gathered, folder: string): Promise<Local> {
  const pieces = new Map<string, PieceAtHand>();
  const fetched = new Map<string, PieceFile>();
  for (const [compoundId, { fileId, ...piece }] of atHand) {
    const path = join(folder, `stored-${fetched.size}`);
    const file = fetched.get(fileId) ?? (await fetchPieces(work.context, fileId, path));
    fetched.set(fileId, file);
    pieces.set(compoundId, { piece, file });
  }
  if (work.compounds.length === 0) return { pieces, files: [...fetched.values()] };
  const own = await PieceFile.create(join(folder, 'own'));
  for (const piece of await makePieces(work.context, work, own)) {
    pieces.set(piece.compoundId, { piece, file: own });
  }
  return { pieces, files: [...fetched.values(), own] };
}

/** True where the next export would find other sheets than these. */
function isAnythingNew({ task, plan, compounds }: StepWork, { parts }: Gathered): boolean {
  if (task.clear) return false;
  return compounds.length > 0 || parts.length > 0 || plan.kept?.pieces.length !== plan.compounds.length;
}

/** Files that are of no use from now on. */
async function keep(
  { context, task, plan }: StepWork,
  copy: NonNullable<Assembled['copy']>,
): Promise<string[]> {
  const { store, now } = context;
  const { kept } = plan;
  const _id = piecesIdOf(task);
  const isKept = await keepPieces(store, { _id, ...copy, at: now }, kept?.version ?? 0);
  if (isKept) return kept === undefined ? [] : [kept.fileId];
  const standing = await findPieces(store, _id);
  const isReplaced = kept !== undefined && kept.fileId !== standing?.fileId;
  return [copy.fileId, ...(isReplaced ? [kept.fileId] : [])].filter((id) => id !== standing?.fileId);
}

/** What runs that were killed may have left behind: their names follow from the job. */
function leftovers(fileId: string, { attempt }: StepWork, fence: number): string[] {
  const home = fileId.slice(0, fileId.indexOf('exports/files/'));
  const exportId = attempt.slice(0, attempt.lastIndexOf('-'));
  return Array.from({ length: fence - 1 }, (_, index) => `${exportId}-${index + 1}`).flatMap((former) => [
    `${home}exports/files/${former}.xlsx`,
    ...Array.from({ length: PARTS_NAMED_MAX }, (_, part) => `${home}exports/parts/${former}-${part}.bin`),
  ]);
}

async function removeAll({ context }: StepWork, fileIds: readonly string[]): Promise<void> {
  for (let start = 0; start < fileIds.length; start += REMOVED_AT_ONCE)
    await context.files.remove(fileIds.slice(start, start + REMOVED_AT_ONCE));
}

async function settle(
  work: StepWork,
  gathered: Gathered,
  { manifest, copy }: Assembled,
): Promise<Readonly<Record<string, number>>> {
  const useless = copy === undefined ? [] : await keep(work, copy);
  const isMine = await markReady(work.context.store, work.task._id, manifest);
  await removeAll(work, [
    ...useless,
    ...gathered.parts.map(({ fileId }) => fileId),
    ...(isMine ? leftovers(manifest.fileId, work, gathered.fence) : [manifest.fileId]),
  ]);
  const { parts, partsDone, rows } = manifest;
  return { parts, partsDone, rows };
}

/** Figures of the finished file; undefined where it grew beyond what may leave and was given up. */
export function finishExport(
  work: StepWork,
  gathered: Gathered,
): Promise<Readonly<Record<string, number>> | undefined> {
  return withFolder(async (folder) => {
    const { pieces, files } = await gather(work, gathered, folder);
    try {
      const rows = [...pieces.values()].reduce((sum, { piece }) => sum + piece.rows, 0);
      if (work.task.clear && rows > CLEAR_ROWS_MAX) {
        await markFailed(work.context.store, work.task._id);
        return undefined;
      }
      return await settle(
        work,
        gathered,
        await assemble({ ...work, folder }, pieces, isAnythingNew(work, gathered)),
      );
    } finally {
      for (const file of files) await file.close();
    }
  });
}
