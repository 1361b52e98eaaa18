import { join } from 'node:path';
import type { SystemContext } from '../../kernel/context';
import { uploadFrom, withFolder } from '../../ports/files';
import type { ExportPlan, ExportTask, PiecesFile, PlannedCompound } from './export-cursor';
import { makePieces } from './make-pieces';
import { PieceFile } from './piece-file';

/** One step's share of an export. */
export interface StepWork {
  readonly context: SystemContext;
  readonly task: ExportTask;
  readonly plan: ExportPlan;
  /** The compounds whose sheets are to be made in this step. */
  readonly compounds: readonly PlannedCompound[];
  /** Begins the names of stored files: no two runs share one. */
  readonly attempt: string;
}

/** Sheets of some compounds, stored until the last step fetches them. */
export function makePart(work: StepWork, number: number): Promise<PiecesFile> {
  return withFolder(async (folder) => {
    const file = await PieceFile.create(join(folder, 'part'));
    const pieces = await makePieces(work.context, work, file);
    await file.close();
    const path = `exports/parts/${work.attempt}-${number}.bin`;
    return { fileId: await uploadFrom(work.context.files, file.path, path), pieces };
  });
}
