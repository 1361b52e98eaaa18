/** What happened and who looked: append only, covered by chains. */
import type { HouseholdChange } from '@domain/census/worker-fields';
import type { Role } from '@domain/identity/role';

/**
 * One change: operation record, history, audit record and stored answer in one (D34). `_id` is a digest of actor and
 * opId. `audit` is what the chain covers; `diff` (sealed) and `answer` stand beside it, so that erasing them breaks no chain.
 */
export interface EventDocument {
  readonly _id: string;
  readonly at: number;
  readonly payloadHash: string;
  /** Answers a repeated operation for thirty days. */
  readonly answer?: string;
  readonly audit: KeptAudit;
  /** Ids of the households it touches (none for a waiting form). */
  readonly subjects: readonly string[];
  /** Whose board it moves; '' for none. */
  readonly compoundId: string;
  /** Further compounds whose boards it moves: where somebody is registered who lives here. */
  readonly alsoMoved?: readonly string[];
  readonly sealedDiff?: string;
  /** Why a household's answers were said otherwise, and since when they are so. */
  readonly change?: HouseholdChange;
  /** Of a change made without network: what the phone's clock said, and by how much it was wrong. Nothing is ordered by it. */
  readonly device?: { readonly at: number; readonly skewMs: number };
  /** Of a worker's form: how long it took and how often it was changed. No list, figure or export reads it (A3-9). */
  readonly paradata?: { readonly seconds: number; readonly edits: number };
  readonly rollState: 'new' | 'done';
  readonly linkState: 'new' | 'done';
}

/** Who, what, when, why: names of fields, never values. A chain covers all of it. */
export interface AuditPart {
  readonly at: number;
  readonly actor: string;
  readonly actAs: Role;
  readonly action: string;
  readonly objects: readonly string[];
  readonly fields: readonly string[];
  readonly reason?: string;
  readonly requestId: string;
}

/** As a record keeps it: the record's own `at` says when. */
export type KeptAudit = Omit<AuditPart, 'at'>;

/** A look: a read by staff, a refused search, an opened file. */
export interface AuditDocument {
  readonly _id: string;
  readonly audit: KeptAudit;
  readonly at: number;
  readonly subjects: readonly string[];
  readonly linkState: 'new' | 'done';
}

export interface AuditLinkDocument {
  readonly _id: string;
  readonly shard: number;
  readonly seq: number;
  readonly at: number;
  /** Ids of the covered records with their source, in order: `e:<event id>` or `a:<audit id>`. */
  readonly records: readonly string[];
  readonly prevHash: string;
  readonly hash: string;
}

export interface AuditHeadDocument {
  readonly _id: string;
  readonly shard: number;
  readonly seq: number;
  readonly hash: string;
}
