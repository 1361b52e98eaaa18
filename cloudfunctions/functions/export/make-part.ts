import type { SystemContext } from '../../kernel/context';
import { uploadFrom } from '../../ports/files';
import type { ExportPlan, ExportTask, PiecesFile, PlannedCompound } from './export-cursor';
import { makePieces } from './make-pieces';
import { PieceFolder } from './piece-file';
import { partPath } from './stored-files';

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
  return PieceFolder.use(async (folder) => {
    const file = await folder.create('part');
    const pieces = await makePieces(work.context, work, file);
    const path = partPath(work.attempt, number);
    return { fileId: await uploadFrom(work.context.files, file.path, path), pieces };
  });
}
