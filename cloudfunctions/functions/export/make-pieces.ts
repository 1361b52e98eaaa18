import type { SystemContext } from '../../kernel/context';
import type { PieceEntry } from '../../repositories/documents';
import { recordsOf } from './compound-records';
import { compoundSheet } from './compound-sheet';
import type { ExportTask, PlannedCompound } from './export-cursor';
import { exportedDoors } from './exported-doors';
import type { PieceFile } from './piece-file';
import { placeOfPiece } from './piece-place';

/** Makes the sheets of some compounds, one after the other, each sealed before it touches the disk. */
export async function makePieces(
  { store, keyring }: SystemContext,
  { task, compounds }: { readonly task: ExportTask; readonly compounds: readonly PlannedCompound[] },
  file: PieceFile,
): Promise<PieceEntry[]> {
  const versions = new Map(compounds.map(({ id, version }) => [id, version]));
  const made: PieceEntry[] = [];
  for await (const records of recordsOf(store, [...versions.keys()])) {
    const { compoundId } = records;
    const version = versions.get(compoundId) ?? '';
    const sheet = await compoundSheet(task, exportedDoors(keyring, records));
    const place = placeOfPiece(task, { compoundId, version });
    const span = await file.append(keyring.sealBytes('export', place, sheet.deflated));
    const { rows, rawLength, crc32 } = sheet;
    made.push({ compoundId, version, ...span, rows, rawLength, crc32 });
  }
  return made;
}
