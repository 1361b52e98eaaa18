/**
 * The last step: sheets come from where they lie, the workbook and, where anything is new, a file of all sheets for the next
 * time are written side by side and stored. Memory holds one sheet at a time; files wait on the function's disk.
 */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { SystemContext } from '../../kernel/context';
import { uploadFrom } from '../../ports/files';
import type { PieceEntry } from '../../repositories/documents';
import type { Manifest } from '../../repositories/exports';
import { writeWorkbook, type WrittenWorkbook } from '../../spreadsheet/workbook';
import type { ExportPlan, ExportTask } from './export-cursor';
import { coverOf, fileNameOf } from './export-cover';
import type { PieceFile, PieceFolder } from './piece-file';
import { placeOfPiece } from './piece-place';
import { keptPath, workbookPath } from './stored-files';

const READY_MS = 24 * 3_600_000;

export interface Assembly {
  readonly context: SystemContext;
  readonly task: ExportTask;
  readonly plan: ExportPlan;
  readonly folder: PieceFolder;
  /** Begins the names of stored files: no two runs share one. */
  readonly attempt: string;
}

/** A piece and the file on disk that holds it. */
export interface PieceAtHand {
  readonly piece: PieceEntry;
  readonly file: PieceFile;
}

interface Copy {
  readonly file: PieceFile;
  readonly pieces: PieceEntry[];
}

/** Writes the workbook; with `copy`, every sheet goes there too, sealed as it came. */
async function writeSheets(
  { context, task, plan }: Assembly,
  { pieces, copy, path }: { pieces: ReadonlyMap<string, PieceAtHand>; copy: Copy | undefined; path: string },
): Promise<WrittenWorkbook & { readonly sha256: string; readonly rows: number }> {
  const hash = createHash('sha256');
  const target = await open(path, 'w', 0o600);
  const ordered = plan.compounds.flatMap(({ id, name }) => {
    const atHand = pieces.get(id);
    return atHand === undefined ? [] : [{ name, ...atHand }];
  });
  const rows = ordered.reduce((sum, { piece }) => sum + piece.rows, 0);
  const sheets = ordered.map(({ name, piece, file }) => ({
    name,
    hasHeader: task.kind === 'compoundTable',
    open: async () => {
      const sealed = await file.read(piece);
      copy?.pieces.push({ ...piece, ...(await copy.file.append(sealed)) });
      const { crc32, rawLength } = piece;
      return { crc32, rawLength, deflated: context.keyring.openBytes(placeOfPiece(task, piece), sealed) };
    },
  }));
  try {
    const cover = coverOf(task, { asOf: plan.asOf, rows, compounds: sheets.length });
    const written = await writeWorkbook(cover, sheets, async (bytes) => {
      hash.update(bytes);
      await target.write(bytes);
    });
    return { ...written, rows, sha256: hash.digest('hex') };
  } finally {
    await target.close();
  }
}

export interface Assembled {
  readonly manifest: Manifest;
  /** The stored file of all sheets, where it was asked for. */
  readonly copy?: { readonly fileId: string; readonly pieces: readonly PieceEntry[] };
}

export async function assemble(
  assembly: Assembly,
  pieces: ReadonlyMap<string, PieceAtHand>,
  isCopyWanted: boolean,
): Promise<Assembled> {
  const { context, task, plan, folder, attempt } = assembly;
  const { asOf } = plan;
  const path = join(folder.path, 'workbook.xlsx');
  const copy: Copy | undefined = isCopyWanted ? { file: await folder.create('kept'), pieces: [] } : undefined;
  const { bytes, rows, sha256 } = await writeSheets(assembly, { pieces, copy, path });
  const fileId = await uploadFrom(context.files, path, workbookPath(attempt));
  const parts = pieces.size;
  const expiresAt = context.now + READY_MS;
  const fileName = fileNameOf(task, asOf);
  const manifest = { asOf, parts, partsDone: parts, rows, fileId, fileName, bytes, sha256, expiresAt };
  if (copy === undefined) return { manifest };
  const copyId = await uploadFrom(context.files, copy.file.path, keptPath(attempt));
  return { manifest, copy: { fileId: copyId, pieces: copy.pieces } };
}
