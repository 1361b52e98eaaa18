/** Files asked for, the pieces they are made of, and the work that makes them. */
import type { ExportKind, ExportState } from '@domain/export/export-state';
import type { Role } from '@domain/identity/role';

/** Where one compound's sheet lies in a file of sealed pieces. Offset and length in bytes, as sealed. */
export interface PieceEntry {
  readonly compoundId: string;
  /** The compound's newest event that the sheet shows. */
  readonly version: string;
  readonly offset: number;
  readonly length: number;
  readonly rows: number;
  readonly rawLength: number;
  readonly crc32: number;
}

/**
 * The kept sheets of one scope, deflated and each sealed with the export key, end to end in one stored file (D40). `_id`
 * follows from scope, kind and column set.
 */
export interface ExportPiecesDocument {
  readonly _id: string;
  readonly version: number;
  readonly fileId: string;
  /** The file that this one took the place of, erased at the latest with this one. */
  readonly formerFileId?: string;
  readonly pieces: readonly PieceEntry[];
  readonly at: number;
}

export interface ExportDocument {
  readonly _id: string;
  readonly version: number;
  readonly kind: ExportKind;
  readonly clear: boolean;
  readonly scopeKind: 'compound' | 'community' | 'street';
  readonly scopeId: string;
  readonly scopeName: string;
  readonly streetId: string;
  readonly communityId: string;
  readonly reason: string;
  readonly requesterId: string;
  readonly requesterRole: Role;
  readonly requesterLabel: string;
  readonly deciderId?: string;
  readonly refusal?: string;
  readonly state: ExportState;
  readonly at: number;
  readonly asOf?: number;
  readonly parts: number;
  readonly partsDone: number;
  readonly rows: number;
  readonly fileId?: string;
  readonly fileName?: string;
  readonly bytes?: number;
  readonly sha256?: string;
  readonly expiresAt?: number;
  /** Clear rows taken from the requester's allowance when the file was asked for. */
  readonly clearRows?: number;
}

/** Long work: kind, cursor, counts, lease with a fence (reliability.md §6). `_id` is `<kind>#<subject>`. */
export interface JobDocument {
  readonly _id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly cursor: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly failures: number;
  readonly lastProblem: string;
  readonly leaseOwner: string;
  readonly leaseUntil: number;
  readonly fence: number;
  /** The longest of its steps so far, ms: none may come near the platform's end of a run. */
  readonly slowestMs: number;
  readonly runAfter: number;
  readonly at: number;
}
