/** Who may act, and how often one has. */
import type { Role } from '@domain/identity/role';

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
  /** Day on which its holder passed the practice quiz; absent before. */
  readonly practicePassedOn?: string;
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
