/** Activities, who comes in which order, and who was there. */
import type { ActivityState } from '@domain/activity/activity-state';

/** One activity. Its words are empty until a person has released them. */
export interface ActivityDocument {
  readonly _id: string;
  readonly version: number;
  readonly state: ActivityState;
  readonly communityId: string;
  readonly streetId: string;
  /** Empty where no team carries it. */
  readonly teamId: string;
  readonly teamName: string;
  /** Who leads the team, and may show the code; empty where none does. */
  readonly leaderId: string;
  readonly title: string;
  readonly place: string;
  readonly body: string;
  readonly startAt: number;
  readonly endAt: number;
  /** Nobody signs up from then on. */
  readonly closesAt: number;
  readonly capacity: number;
  readonly allowanceMinutes: number;
  readonly madeBy: string;
  /** Who vouches for comers by showing the code. */
  readonly desk: readonly string[];
  /** When a timer looks at it next, UTC ms; 0: never again. */
  readonly dueAt: number;
  readonly at: number;
}

/** The order of arrival of one activity, whose id it has. Both lists only grow, one whole entry at a time. */
export interface ActivityQueueDocument {
  readonly _id: string;
  readonly isOpen: boolean;
  readonly closesAt: number;
  readonly capacity: number;
  readonly arrivals: readonly string[];
  readonly gone: readonly string[];
  /** Arrivals without a sign-up, and when a timer first saw them so. */
  readonly strays: Readonly<Record<string, number>>;
}

/** One person's sign-up. `_id` follows from activity and user; name and phone of who is no volunteer are sealed. */
export interface SignupDocument {
  readonly _id: string;
  readonly version: number;
  readonly activityId: string;
  readonly userId: string;
  /** How the order of arrival names it: the person, and how often they came. */
  readonly key: string;
  readonly round: number;
  readonly state: 'active' | 'cancelled' | 'lapsed';
  readonly hasWaited: boolean;
  readonly offerUntil: number;
  readonly isAccepted: boolean;
  readonly isAdult: boolean;
  readonly isVolunteer: boolean;
  /** Sealed JSON of name, phone and guardian; absent for a volunteer, and after its time. */
  readonly sealedPerson?: string;
  /** UTC ms; 0 before. */
  readonly inAt: number;
  readonly outAt: number;
  /** Who vouched for the coming: the holder of the code. */
  readonly inBy: string;
  readonly minutes?: number;
  /** 0 before a rating. */
  readonly stars: number;
  readonly at: number;
  readonly purgeOn: string;
}
