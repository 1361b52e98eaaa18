/** Names under which sheets are kept and to which they are sealed: a masked and a clear sheet never share one. */
import type { ExportKind } from '@domain/export/export-state';
import { digestId } from '../../vault/random-id';
import type { Place } from '../../vault/envelope';
import type { ExportTask } from './export-cursor';

/** Counted up when the columns or lines of a kind change, so that no sheet of the old ones is used again. */
const COLUMN_SETS: Readonly<Record<ExportKind, string>> = {
  compoundTable: 't1',
  householdCard: 'h1',
  doorCard: 'd1',
};

export function piecesIdOf({ scopeId, kind }: Pick<ExportTask, 'scopeId' | 'kind'>): string {
  return digestId('pieces', scopeId, kind, COLUMN_SETS[kind]);
}

export function placeOfPiece(
  { kind, clear }: Pick<ExportTask, 'kind' | 'clear'>,
  { compoundId, version }: { readonly compoundId: string; readonly version: string },
): Place {
  const field = `${kind}.${COLUMN_SETS[kind]}.${clear ? 'clear' : 'masked'}.${version}`;
  return { collection: 'exportPieces', id: compoundId, field };
}
