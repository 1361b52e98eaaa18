import type { ExportState } from '@domain/export/export-state';
import type { ExportDocument } from '../../repositories/documents';

/** A ready file whose time is over is gone, whether or not the timer has erased it yet. */
export function stateAt({ state, expiresAt }: ExportDocument, now: number): ExportState {
  return state === 'ready' && expiresAt !== undefined && expiresAt <= now ? 'gone' : state;
}
