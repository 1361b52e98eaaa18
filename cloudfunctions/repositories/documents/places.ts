/** The skeleton of the street, what its walls and boards count, and the codes that lead to its places. */
import type { BuildingSpec } from '@domain/area/building-spec';
import type { DoorCounts } from '@domain/census/door';
import type { DoorState, PropertyKind, VacancySign, VisitResult } from '@domain/census/codes';
import type { AddressLevels } from '@domain/census/household';
import type { NextVisit, VisitState } from '@domain/work/visit';
import type { Reminded } from '@domain/inbox/reminder-limits';

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
  /** The number in order that its last building got; it only grows. */
  readonly buildingOrder: number;
  /** Buildings that are being drawn, by id: walls of theirs may stand before they do. */
  readonly drawing?: Readonly<Record<string, { readonly order: number; readonly spec: string }>>;
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
  /** When the group was last given a text to remind it. */
  readonly remindedAt?: number;
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

/** What a wall says of the knocks at one door; each of them is a document of its own. */
export interface SlotVisit {
  readonly state: VisitState;
  /** Documents so far: the newest one's number. */
  readonly count: number;
  readonly result?: VisitResult;
  readonly next?: NextVisit;
  /** Signs that nobody lives there, of all knocks together. */
  readonly signs?: readonly VacancySign[];
}

/** One door's place in a wall. */
export interface WallSlot {
  readonly room: string;
  readonly floor: string;
  readonly roomKind: number;
  /** Whose the home is by law, and its size in 0.01 m²; absent until a worker has written it. */
  readonly propertyKind?: PropertyKind;
  readonly areaDm2?: number;
  readonly state: DoorState;
  /** Forms waiting for confirmation. */
  readonly waiting: number;
  /** True where a waiting form raises a finding or stands beside another answer. */
  readonly flagged: boolean;
  /** Waiting forms that somebody filled for the household, which is asked in person; absent for none. */
  readonly inPerson?: number;
  /** Households behind the door; the next one's number in order is one more than `lastSeq`. */
  readonly households: number;
  readonly lastSeq: number;
  /** Members of those households; for boards above the unit, never shown at a door. */
  readonly people: number;
  /** Of those, who live here; and whose household registration is here, whether listed or linked from where they live. */
  readonly residents: number;
  readonly registered: number;
  /** Registrations linked here from another door. */
  readonly linked?: number;
  /** State in which the first waiting form found the door; set while forms wait. */
  readonly former?: DoorState;
  /** Set once the people behind the door have been reminded. */
  readonly reminded?: Reminded;
  /** Visits that brought no answer since the door was last filled; absent for none. */
  readonly attempts?: number;
  /** Refusals said at the door; absent for none. */
  readonly refusals?: number;
  /** Day of the last visit that brought no answer. */
  readonly triedOn?: string;
  /** The knocks so far; absent where nobody has knocked or agreed on a day. */
  readonly visit?: SlotVisit;
  /** Somebody is not sure that anybody lives here, and nobody has found out since: a task is open. */
  readonly doubted?: true;
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
  /** The volunteer grid worker who has this unit; nobody but its grid worker where it is absent. */
  readonly assigneeId?: string;
  /** The day on which they got it; absent where nobody has it, or had it before it was noted. */
  readonly assignedOn?: string;
  /** Volunteers who had it before, the last one first. */
  readonly formers?: readonly UnitFormer[];
}

/** Who had a unit, from one day to another. */
export interface UnitFormer {
  readonly userId: string;
  readonly since?: string;
  readonly until: string;
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
  /** Everybody once: who lives in the scope, and whose household registration is in it. */
  readonly residents: number;
  readonly registered: number;
  readonly rows: readonly { readonly id: string; readonly name: string; readonly counts: DoorCounts }[];
  readonly asOf: number;
  /** Newest event that touched the scope, `0` where none has: the version of a compound's kept export piece. */
  readonly newestEventAt: number;
  readonly newestEventId: string;
  /** Sum of the versions of the walls it was counted from: it only grows, so an older count never replaces a newer one. */
  readonly wallsVersion: number;
}
