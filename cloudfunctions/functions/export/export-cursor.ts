/**
 * Where an export's job goes on: what is to be made, and what has been made. It holds everything the job needs to know, so
 * that a step reads no document but records; the sheets themselves lie in sealed files.
 */
import { newJob } from '../../kernel/job';
import type { ExportDocument, JobDocument, PieceEntry } from '../../repositories/documents';

const JOB_KIND = 'export';

/** What was asked for, as the cover and the rows need it. */
export type ExportTask = Pick<
  ExportDocument,
  | '_id'
  | 'kind'
  | 'clear'
  | 'scopeKind'
  | 'scopeId'
  | 'scopeName'
  | 'reason'
  | 'requesterId'
  | 'requesterRole'
  | 'requesterLabel'
  | 'deciderId'
  | 'at'
>;

export interface PlannedCompound {
  readonly id: string;
  readonly name: string;
  /** Newest event on its board when the export began. */
  readonly version: string;
  /** About as many as its rows. */
  readonly weight: number;
}

/** Sealed pieces, end to end in one stored file. */
export interface PiecesFile {
  readonly fileId: string;
  readonly pieces: readonly PieceEntry[];
}

/** The pieces that an earlier export of the scope left; none where they turned out to be of no use. */
export interface KeptPieces extends PiecesFile {
  readonly version: number;
  readonly formerFileId?: string;
}

export interface ExportPlan {
  /** UTC ms; the moment of the forced roll-up. */
  readonly asOf: number;
  readonly compounds: readonly PlannedCompound[];
  readonly kept?: KeptPieces;
}

export interface ExportCursor {
  readonly task: ExportTask;
  /** Absent until the boards have been brought up to date. */
  readonly plan?: ExportPlan;
  /** Files made by this job's finished steps. */
  readonly parts: readonly PiecesFile[];
  /** True where kept sheets are no longer trusted: everything is made from records. */
  readonly isAfresh?: boolean;
}

export function readCursor({ cursor }: JobDocument): ExportCursor {
  return JSON.parse(cursor) as ExportCursor;
}

export function writeCursor(cursor: ExportCursor): string {
  return JSON.stringify(cursor);
}

/** The job that makes a file, to be filed with the decision of whoever agreed to it. */
export function queuedExport(wanted: ExportDocument, deciderId: string, now: number): JobDocument {
  const { _id, kind, clear, scopeKind, scopeId, scopeName, reason } = wanted;
  const { requesterId, requesterRole, requesterLabel, at } = wanted;
  const scope = { scopeKind, scopeId, scopeName };
  const requester = { requesterId, requesterRole, requesterLabel };
  const task: ExportTask = { _id, kind, clear, ...scope, reason, ...requester, deciderId, at };
  return { ...newJob(JOB_KIND, _id, now), cursor: writeCursor({ task, parts: [] }) };
}
