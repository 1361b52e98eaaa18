/** Who may act, and how often one has. */
import type { Role } from '@domain/identity/role';
import type { AppointedRole, Duty } from '@domain/identity/seat';

/** One seat of one user: role, scope, term. `_id` is random, or a digest of user and household for a resident. */
export interface AssignmentDocument {
  readonly _id: string;
  readonly version: number;
  readonly userId: string;
  readonly role: Role;
  readonly label: string;
  readonly state: 'active' | 'suspended' | 'ended';
  readonly duty?: Duty;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly scope: AssignmentScope;
  /** True once signed and bound. */
  readonly pledgeSigned: boolean;
  readonly deviceBound: boolean;
  /** Where a seat of the office belongs: its communities, none for one of the street; residents have neither field. */
  readonly streetId?: string;
  readonly communityIds?: readonly string[];
  /** The holder's name, for those who hand out seats. */
  readonly sealedName?: string;
  readonly pledgeVersion?: string;
  /** Phones that may act in it. Absent where whoever deployed vouches for the phone: such a seat is asked for no PIN. */
  readonly devices?: readonly BoundDevice[];
  readonly pin?: SeatPin;
  /** Day on which its holder passed the practice quiz; absent before. */
  readonly practicePassedOn?: string;
}

export interface BoundDevice {
  /** Keyed digest of what the phone keeps. */
  readonly id: string;
  readonly label: string;
  readonly boundOn: string;
  /** Day of its last right PIN, where that is later than the binding. */
  readonly usedOn?: string;
}

export interface SeatPin {
  readonly digest: string;
  /** Wrong ones since the last right one or the last lock. */
  readonly wrong: number;
  /** UTC ms; 0 where it is not locked. */
  readonly lockedUntil: number;
}

/** A seat that is offered. `_id` is the token's keyed digest, so that it is found by its link and by nothing that is stored. */
export interface OfferDocument {
  readonly _id: string;
  readonly version: number;
  readonly role: AppointedRole;
  readonly duty?: Duty;
  readonly label: string;
  readonly scope: AssignmentScope;
  readonly streetId: string;
  readonly communityIds: readonly string[];
  readonly endsOn: string;
  readonly sealedName: string;
  readonly sealedToken: string;
  /** asked: another administrator has to agree · open: the link works · taken · void: refused or taken back. */
  readonly state: 'asked' | 'open' | 'taken' | 'void';
  readonly offeredBy: string;
  readonly decidedBy?: string;
  readonly at: number;
  /** UTC ms: a day after it was opened, or asked for. */
  readonly expiresAt: number;
  readonly purgeOn: string;
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
