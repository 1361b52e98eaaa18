/** Who helps whom for nothing: volunteers, their teams, their hours. */
import type { HoursSource, HoursState, ManualGround } from '@domain/volunteer/service-hours';
import type { HelpTime, Skill } from '@domain/volunteer/volunteer';
import type { VolunteerState } from '@domain/volunteer/volunteer-state';

/** One volunteer. `_id` is the user's. Name and phone are sealed to `name` and `phone`; of a minor in the highest class. */
export interface VolunteerDocument {
  readonly _id: string;
  readonly version: number;
  readonly state: VolunteerState;
  readonly communityId: string;
  readonly streetId: string;
  readonly compoundId: string;
  /** The own household, where the person lives in the street: what is asked for by it is nobody's own to meet. */
  readonly householdId?: string;
  readonly isAdult: boolean;
  /** A parent's or guardian's word for a minor; the name is sealed to `guardian`. */
  readonly guardianConsent?: { readonly sealedName: string; readonly on: string };
  readonly sealedName: string;
  readonly sealedPhone: string;
  /** True where name and phone were filled in from the registration, with the person's yes. */
  readonly isReused: boolean;
  readonly skills: readonly Skill[];
  readonly times: readonly HelpTime[];
  /** Compounds of the community where they would help; none where all are the same to them. Absent where nobody has asked them. */
  readonly places?: readonly { readonly id: string; readonly name: string }[];
  /** Claims that came to nothing: given back, or lapsed in silence. */
  readonly failures: number;
  /** Wishes in hand. Absent before the first. */
  readonly openWishes?: readonly string[];
  /** No claims before that day, after a second failure. */
  readonly claimsFrom?: string;
  /** The person lets the own name stand, masked, in the list of thanks. */
  readonly allowsHonour: boolean;
  /** `yes` while the name stands there: approved, and allowed. */
  readonly honour: 'yes' | 'no';
  readonly seatId: string;
  readonly at: number;
  readonly decidedBy?: string;
  readonly decidedOn?: string;
  /** Why it was returned, or paused or ended by the community, for the volunteer. */
  readonly sealedReason?: string;
}

/** A team of a compound, or of an office that reports to the community. */
export interface TeamDocument {
  readonly _id: string;
  readonly version: number;
  readonly name: string;
  readonly kind: 'compound' | 'unit';
  readonly communityId: string;
  readonly streetId: string;
  /** Empty where the team is an office's. */
  readonly compoundId: string;
  /** '' once the leader is no volunteer any more. */
  readonly leaderId: string;
  /** Users, the leader among them. */
  readonly members: readonly string[];
  /** Volunteers who asked to join and wait for the leader. */
  readonly asking: readonly string[];
  readonly state: 'active' | 'ended';
  readonly at: number;
}

/** Service of one volunteer from one source. `_id` follows from both, so that it counts once. */
export interface HoursDocument {
  readonly _id: string;
  readonly version: number;
  readonly volunteerId: string;
  readonly communityId: string;
  readonly streetId: string;
  readonly source: HoursSource;
  readonly sourceId: string;
  /** What it was, in words that were released: an activity's title, a wish's text; '' where there are none. */
  readonly title: string;
  /** The team in which it was done: an activity of theirs, or a wish that they claimed. Absent outside a team. */
  readonly teamId?: string;
  readonly minutes: number;
  readonly day: string;
  readonly state: HoursState;
  /** Who vouches for it on the other side: the beneficiary, whoever showed the code, whoever entered it by hand. */
  readonly by: string;
  readonly at: number;
  readonly decidedBy?: string;
  readonly ground?: ManualGround;
  /** `yes` on what somebody entered or corrected by hand: listed for everybody, without names. */
  readonly manual: 'yes' | 'no';
  /** Why it was entered by hand, or what the volunteer says is wrong. */
  readonly sealedNote?: string;
}

/** What the public may read of a community's volunteers. `_id` is the community's. */
export interface VolunteerBoardDocument {
  readonly _id: string;
  readonly name: string;
  readonly volunteers: number;
  readonly teams: number;
  readonly minutes: number;
  readonly asOf: number;
}
