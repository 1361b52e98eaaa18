/** The last step of an export: the remaining sheets, the workbook, the kept file, the mark `ready`, and the clearing up. */
import type { JobDocument, PieceEntry } from '../../repositories/documents';
import { markReady } from '../../repositories/exports';
import { findPieces, keepPieces } from '../../repositories/pieces';
import { assemble, type Assembled, type PieceAtHand } from './assemble';
import { CLEAR_ROWS_MAX } from './clear-allowance';
import type { PiecesFile } from './export-cursor';
import { makePieces } from './make-pieces';
import { giveUp } from './give-up';
import type { StepWork } from './make-part';
import { PieceFolder, type PieceFile } from './piece-file';
import { piecesIdOf } from './piece-place';
import { erase, leftovers } from './stored-files';
import { tellReady } from './tell-end';

export interface Gathered {
  readonly job: JobDocument;
  /** Stored pieces by compound. */
  readonly atHand: ReadonlyMap<string, PieceEntry & { readonly fileId: string }>;
  readonly parts: readonly PiecesFile[];
}

async function gather(
  work: StepWork,
  { atHand }: Gathered,
  folder: PieceFolder,
): Promise<ReadonlyMap<string, PieceAtHand>> {
  const pieces = new Map<string, PieceAtHand>();
  const fetched = new Map<string, PieceFile>();
  for (const [compoundId, { fileId, ...piece }] of atHand) {
    const file = fetched.get(fileId) ?? (await folder.fetch(work.context.files, fileId));
    fetched.set(fileId, file);
    pieces.set(compoundId, { piece, file });
  }
  if (work.compounds.length === 0) return pieces;
  const own = await folder.create('own');
  for (const piece of await makePieces(work.context, work, own)) {
    pieces.set(piece.compoundId, { piece, file: own });
  }
  return pieces;
}

/** True where the next export would find other sheets than these. */
function isAnythingNew({ task, plan, compounds }: StepWork, { parts }: Gathered): boolean {
  if (task.clear) return false;
  return compounds.length > 0 || parts.length > 0 || plan.kept?.pieces.length !== plan.compounds.length;
}

/** The file of kept sheets that stands from now on. */
async function keep({ context, task, plan }: StepWork, copy: Assembled['copy']): Promise<string | undefined> {
  if (copy === undefined) return plan.kept?.fileId;
  const { store, now } = context;
  const _id = piecesIdOf(task);
  if (await keepPieces(store, { _id, ...copy, at: now }, plan.kept)) return copy.fileId;
  return (await findPieces(store, _id))?.fileId;
}

async function settle(
  work: StepWork,
  { job, parts }: Gathered,
  { manifest, copy }: Assembled,
): Promise<Readonly<Record<string, number>>> {
  const { context, task, plan } = work;
  const standing = await keep(work, copy);
  const isMine = await markReady(context.store, task._id, manifest);
  if (isMine) await tellReady(context, task);
  const useless = [
    ...parts.map(({ fileId }) => fileId),
    ...[copy?.fileId, plan.kept?.fileId, plan.kept?.formerFileId].flatMap((fileId) => fileId ?? []),
    ...(isMine ? leftovers(job, manifest.fileId) : [manifest.fileId]),
  ];
  await erase(context, useless, [standing]);
  const { parts: made, partsDone, rows } = manifest;
  return { parts: made, partsDone, rows };
}

/** Figures of the finished file; undefined where it grew beyond what may leave and was given up. */
export function finishExport(
  work: StepWork,
  gathered: Gathered,
): Promise<Readonly<Record<string, number>> | undefined> {
  return PieceFolder.use(async (folder) => {
    const pieces = await gather(work, gathered, folder);
    const rows = [...pieces.values()].reduce((sum, { piece }) => sum + piece.rows, 0);
    if (work.task.clear && rows > CLEAR_ROWS_MAX) {
      await giveUp(work.context, work.task._id);
      return undefined;
    }
    const assembled = await assemble({ ...work, folder }, pieces, isAnythingNew(work, gathered));
    return settle(work, gathered, assembled);
  });
}
