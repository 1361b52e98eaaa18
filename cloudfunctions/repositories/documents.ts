/**
 * What is stored. One interface a collection; `sealed…` fields hold envelopes of vault/envelope.ts, `…Key` fields keyed digests.
 * Times are UTC milliseconds, days YYYY-MM-DD in Asia/Shanghai. Every document that is compared before it is written
 * carries `version`.
 */
import type { AddressLevels, HouseholdKind, HouseholdState } from '@domain/census/household';
import type {
  Channel,
  FillRole,
  IdNumberMode,
  UseState,
  VOLUNTEER_CODES,
} from '@domain/census/household-form';
import type { DoorCounts, DoorState } from '@domain/census/door';
import type { AgeBand, GenderCode, RelationCode } from '@domain/census/member';
import type { BuildingSpec } from '@domain/area/building-spec';
import type { ExportKind, ExportState } from '@domain/export/export-state';
import type { Role } from '@domain/identity/role';

/** Where a door stands: every document about it carries these, and permission is asked of these. */
export interface Path {
  readonly streetId: string;
  readonly communityId: string;
  readonly gridId: string;
  readonly compoundId: string;
  readonly buildingId: string;
  readonly unitId: string;
}

export interface AreaDocument {
  readonly _id: string;
  readonly kind: 'street' | 'community' | 'grid' | 'workGroup';
  readonly parentId: string;
  readonly code: string;
  readonly name: string;
  readonly order: number;
  readonly validFrom: string;
  readonly publicPhone: string;
}

export interface CompoundDocument {
  readonly _id: string;
  readonly streetId: string;
  readonly communityIds: readonly string[];
  /** The community whose name stands beside the compound in lists. */
  readonly communityId: string;
  readonly communityName: string;
  readonly workGroupId: string;
  readonly name: string;
  /** First letters of the name in Latin capitals, whole: 苹果花园 is PGHY. */
  readonly initials: string;
  readonly aliases: readonly string[];
  readonly kind: number;
  readonly order: number;
}

export interface BuildingDocument {
  readonly _id: string;
  readonly version: number;
  readonly streetId: string;
  readonly communityId: string;
  readonly compoundId: string;
  readonly compoundName: string;
  readonly gridId: string;
  readonly zone: string;
  readonly label: string;
  readonly order: number;
  readonly spec: BuildingSpec;
}

/** A door of the skeleton; its state stands in its unit's wall. `_id` is `<unitId>-<slot>`. */
export interface DoorDocument extends Path {
  readonly _id: string;
  readonly slot: number;
  /** Canonical key within the compound, e.g. `3-2-502`. */
  readonly key: string;
  readonly room: string;
  readonly floor: string;
  readonly roomKind: number;
  readonly routeKey: string;
}

/** One door's place in a wall. */
export interface WallSlot {
  readonly room: string;
  readonly floor: string;
  readonly roomKind: number;
  readonly state: DoorState;
  /** Forms waiting for confirmation. */
  readonly waiting: number;
  /** True where a waiting form raises a finding or stands beside another answer. */
  readonly flagged: boolean;
  /** Households behind the door; the next one's number in order is one more than `lastSeq`. */
  readonly households: number;
  readonly lastSeq: number;
  /** Members of those households; for boards above the unit, never shown at a door. */
  readonly people: number;
  /** State in which the first waiting form found the door; set while forms wait. */
  readonly former?: DoorState;
  /** The door's own, so that a household is filed in walking order without reading the door. */
  readonly routeKey: string;
}

/** The door wall of one unit (D33). `_id` is the unit's id; slots are keyed by the slot number as text. */
export interface WallDocument extends Path {
  readonly _id: string;
  readonly version: number;
  readonly order: number;
  readonly label: string;
  /** Labels of the frame: building `3`, unit `2`, or `0` where the building has none. */
  readonly address: Omit<AddressLevels, 'floor' | 'room'>;
  readonly slots: Readonly<Record<string, WallSlot>>;
  /** The number the next added door gets; numbers are never used again. */
  readonly nextSlot: number;
}

export interface StoredMember {
  readonly key: string;
  readonly relation: RelationCode;
  readonly gender: GenderCode;
  readonly ageBand: AgeBand;
  readonly livesHere: boolean;
  readonly hukouHere: boolean;
  /** Adults' names are plain (L2); a minor's name stands in sealedName (L4). */
  readonly name?: string;
  readonly sealedName?: string;
  readonly sealedIdNumber?: string;
  readonly sealedIdLast4?: string;
}

export interface StoredPhone {
  readonly sealed: string;
  readonly owner?: RelationCode;
}

/** What a stored answer consists of; the same in a household and, whole inside one envelope, in a waiting form. */
export interface HouseholdDocument extends Path {
  readonly _id: string;
  readonly version: number;
  readonly schemaVersion: 1;
  readonly doorId: string;
  readonly slot: number;
  readonly seq: number;
  readonly routeKey: string;
  readonly address: AddressLevels;
  readonly state: HouseholdState;
  readonly kind: HouseholdKind;
  readonly useState: UseState;
  readonly fillRole: FillRole;
  readonly headName: string;
  readonly liveCount: number;
  readonly hukouOnlyCount: number;
  readonly members: readonly StoredMember[];
  readonly phones: readonly StoredPhone[];
  readonly vehicles: readonly { readonly sealed: string; readonly propertyMaySee: boolean }[];
  /** Sealed JSON list of CareKind, absent where nothing was asked for. */
  readonly sealedCare?: string;
  readonly careCount: number;
  readonly sealedSuggestion?: string;
  readonly volunteer?: (typeof VOLUNTEER_CODES)[number];
  readonly contactOk: boolean;
  readonly reasons: Readonly<Record<string, string>>;
  readonly formVersion: string;
  readonly channel: Channel;
  readonly filledBy: string;
  readonly filledOn: string;
  readonly confirmedBy?: string;
  readonly confirmedOn?: string;
  readonly consent: {
    readonly noticeVersion: string;
    readonly givenOn: string;
    readonly withdrawnOn?: string;
  };
  readonly withdrawn: boolean;
  /** Users bound to the household. */
  readonly accounts: readonly string[];
  /** Search keys: `n:` adult name, `p:` keyed phone, `d:` keyed identity number, `v:` keyed plate. */
  readonly keys: readonly string[];
}

/** A form that waits (or waited) for confirmation; its answers are one envelope. */
export interface SubmissionDocument extends Path {
  readonly _id: string;
  readonly version: number;
  readonly doorId: string;
  readonly slot: number;
  readonly room: string;
  readonly plate: { readonly compound: string; readonly line: string };
  readonly sealedForm: string;
  readonly flagged: boolean;
  readonly state: 'waiting' | 'accepted' | 'rejected' | 'expired';
  readonly receiptCode: string;
  readonly receiptDay: string;
  readonly channel: Channel;
  readonly noticeVersion: string;
  readonly formVersion: string;
  readonly submittedBy: string;
  readonly opId: string;
  readonly at: number;
  readonly householdId?: string;
  readonly purgeOn: string;
}

/** One differing field of two answers (D45); the other value is sealed to its place. */
export interface ConflictDocument extends Path {
  readonly _id: string;
  readonly householdId: string;
  readonly field: string;
  readonly sealedOther: string;
  readonly keptBy: string;
  readonly otherBy: string;
  readonly state: 'open' | 'settled';
  readonly at: number;
}

/**
 * One change: operation record, history, audit record and stored answer in one (D34). `_id` is a digest of actor and
 * opId. `audit` is what the chain covers; `diff` (sealed) and `answer` stand beside it, so that erasing them breaks no chain.
 */
export interface EventDocument {
  readonly _id: string;
  readonly at: number;
  readonly day: string;
  readonly payloadHash: string;
  readonly answer?: string;
  readonly answerUntil: string;
  readonly audit: AuditPart;
  /** Ids of the households it touches (none for a waiting form). */
  readonly subjects: readonly string[];
  readonly buildingId: string;
  readonly gridId: string;
  readonly compoundId: string;
  readonly communityId: string;
  readonly sealedDiff?: string;
  readonly rollState: 'new' | 'done';
  readonly linkState: 'new' | 'done';
}

/** Who, what, when, why: names of fields, never values. */
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

/** A look: a read by staff, a refused search, an opened file. */
export interface AuditDocument {
  readonly _id: string;
  readonly audit: AuditPart;
  readonly at: number;
  readonly actorKey: string;
  readonly action: string;
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

/** A code or poster link. `_id` is the token's keyed digest; the token itself is sealed beside it (D43). */
export interface LinkDocument {
  readonly _id: string;
  readonly kind: 'H' | 'B' | 'C';
  readonly targetId: string;
  readonly sealedToken: string;
  readonly state: 'active' | 'revoked';
  readonly issuedBy: string;
  readonly at: number;
}

export interface ConsentDocument {
  readonly _id: string;
  readonly subject: string;
  readonly householdId: string;
  readonly purpose: 'census';
  readonly noticeVersion: string;
  readonly channel: 'self' | 'worker' | 'paper';
  readonly guardian: boolean;
  readonly at: number;
  readonly withdrawnAt?: number;
}

/** One seat of one user: role, scope, term. `_id` is random, or a digest of user and household for a resident. */
export interface AssignmentDocument {
  readonly _id: string;
  readonly version: number;
  readonly userId: string;
  readonly role: Role;
  readonly label: string;
  readonly state: 'active' | 'suspended' | 'ended';
  readonly duty?: 'collect' | 'upload' | 'observe' | 'lead' | 'operate';
  readonly startsOn: string;
  readonly endsOn: string;
  readonly scope: AssignmentScope;
  /** True once signed and bound; seeded as done until their pages exist (D48). */
  readonly pledgeSigned: boolean;
  readonly deviceBound: boolean;
}

export interface AssignmentScope {
  readonly householdId?: string;
  readonly buildingId?: string;
  readonly compoundIds?: readonly string[];
  readonly gridIds?: readonly string[];
  readonly communityIds?: readonly string[];
  readonly streetId?: string;
}

/** What one caller did on one day: a counter for each action and window. `_id` is a digest of actor and day. */
export interface LimitDocument {
  readonly _id: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly wrongTokens: number;
  /** Until then every code is closed to the caller; 0 where none is. */
  readonly lockedUntil: number;
  readonly purgeOn: string;
}

/** Progress of one scope with what lies below it; rolled up from walls and events (D33). `_id` is the area's id. */
export interface BoardDocument {
  readonly _id: string;
  readonly kind: 'street' | 'community' | 'compound';
  readonly streetId: string;
  readonly communityId: string;
  readonly name: string;
  readonly order: number;
  readonly counts: DoorCounts;
  readonly people: number;
  readonly rows: readonly { readonly id: string; readonly name: string; readonly counts: DoorCounts }[];
  readonly asOf: number;
  /** Newest event that touched the scope, `0` where none has: the version of a compound's kept export piece. */
  readonly newestEventAt: number;
  readonly newestEventId: string;
}

/** A kept piece of a workbook: one compound's sheet, deflated, sealed with the export key (D40). */
export interface ExportPieceDocument {
  readonly _id: string;
  readonly compoundId: string;
  readonly version: string;
  readonly fileId: string;
  readonly rows: number;
  readonly rawLength: number;
  readonly crc32: number;
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
  readonly runAfter: number;
  readonly at: number;
}

/** `_id` 'campaign': what the street set up. */
export interface CampaignDocument {
  readonly _id: 'campaign';
  readonly streetId: string;
  readonly officeName: string;
  readonly streetName: string;
  readonly publicPhone: string;
  readonly protectionOfficer: string;
  readonly isOpen: boolean;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly noticeVersion: string;
  readonly formVersion: string;
  readonly idNumberMode: IdNumberMode;
}

/** A wrapped data key of one family. */
export interface KeyDocument {
  readonly _id: string;
  readonly family: string;
  readonly state: 'pre' | 'active' | 'decryptOnly' | 'destroyed';
  readonly wrapped: string;
  readonly at: number;
}
