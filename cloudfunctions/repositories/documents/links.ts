/** What ties people to doors and to each other: who rents from whom, where one is registered, who may be the same person. */
import type { LandlordAnswer, TenancyState } from '@domain/tenancy/tenancy-state';
import type { DuplicateState } from '@domain/register/same-person';
import type { Path } from './places';

/**
 * A tenancy as it is asked about. `_id` is the household's id: what the household itself said stands there, sealed. Landlords
 * read this document and never the household.
 */
export interface TenancyDocument extends Path {
  readonly _id: string;
  readonly version: number;
  readonly doorId: string;
  readonly plate: { readonly compound: string; readonly line: string };
  readonly state: TenancyState;
  /** Where it stood when its household ended; absent while the household is there. */
  readonly formerState?: TenancyState;
  /** Who has to say something: a list is one equality. */
  readonly waitsFor: 'landlord' | 'worker' | 'nobody';
  /** Name of the adult who heads the household; shown masked. Empty where the head is a minor. */
  readonly tenantName: string;
  readonly startOn: string;
  readonly endOn?: string;
  readonly hasContract: boolean;
  /** Users who may be the landlord; empty while nobody was found. Each has to show that the number is theirs before they are shown
   * anything or may answer. */
  readonly landlordIds: readonly string[];
  /** Keyed index of the number that was named; absent where none was, or where it is a worker's to find out. */
  readonly landlordKey?: string;
  readonly matchedBy: 'tenant' | 'worker' | 'nobody';
  /** The last day for an answer; empty where none is awaited. */
  readonly dueOn: string;
  readonly answer?: { readonly word: LandlordAnswer; readonly on: string };
  readonly decidedBy?: string;
  readonly decidedOn?: string;
  readonly at: number;
}

/**
 * The registered residence of somebody who lives behind another door of the street. One link each time it moves; the one without
 * an end is in force. The path is that of the door of registration.
 */
export interface ResidenceDocument extends Path {
  readonly _id: string;
  readonly version: number;
  /** Where the person lives: household and member. */
  readonly householdId: string;
  readonly memberKey: string;
  /** The door of registration. */
  readonly doorId: string;
  readonly plate: { readonly compound: string; readonly line: string };
  /** An adult's name, shown masked to the worker of the door; empty for a minor. */
  readonly name: string;
  readonly state: 'current' | 'ended';
  readonly from: string;
  readonly to?: string;
}

/** One person in one household, as a doubt speaks of it. */
export interface DuplicateSide {
  readonly householdId: string;
  readonly memberKey: string;
  readonly doorId: string;
  readonly gridId: string;
  readonly communityId: string;
}

/** Two records that may be one person. `_id` follows from both, so that finding them twice is finding them once. */
export interface DuplicateDocument {
  readonly _id: string;
  readonly version: number;
  readonly state: DuplicateState;
  readonly sides: readonly [DuplicateSide, DuplicateSide];
  readonly householdIds: readonly string[];
  readonly gridIds: readonly string[];
  readonly communityIds: readonly string[];
  readonly streetId: string;
  readonly at: number;
  readonly decidedBy?: string;
  readonly decidedOn?: string;
  /** After a merge: the side that stayed, and the other household whole as it was and its version since. */
  readonly kept?: 0 | 1;
  readonly sealedOriginal?: string;
  readonly versionAfter?: number;
}
