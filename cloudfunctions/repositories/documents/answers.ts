/** What people said of their homes: registered, waiting, disputed, and the consent it rests on. */
import type { HouseholdKind, HouseholdState, AddressLevels } from '@domain/census/household';
import type {
  AgeBand,
  Channel,
  FillRole,
  GenderCode,
  RefusableField,
  RelationCode,
  UseState,
  VerifyWay,
  VOLUNTEER_CODES,
} from '@domain/census/codes';
import type { Helper } from '@domain/census/household-form';
import type { ReturnReason } from '@domain/census/return-reason';
import type { ValueSource } from '@domain/census/value-source';
import type { Path } from './places';

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
  /** Written by a worker with the person's consent. */
  readonly sealedBirthMonth?: string;
  /** Where this person is registered, if that is another door of the street; the residence says since when. */
  readonly registration?: { readonly residenceId: string; readonly doorId: string };
  /** The day on which this person was first listed here. */
  readonly since?: string;
}

/** From whom a household rents, as it said; the landlord's number is sealed to `tenancy.landlordPhone`. */
export interface StoredTenancy {
  readonly landlordName: string;
  readonly sealedLandlordPhone?: string;
  readonly startOn: string;
  readonly endOn?: string;
  readonly hasContract: boolean;
}

export interface StoredPhone {
  readonly sealed: string;
  readonly owner?: RelationCode;
}

/** Who said one part of a household's answers, and in which version it came to stand. */
export interface FieldStamp {
  readonly version: number;
  readonly at: number;
  readonly by: string;
  readonly source: ValueSource;
  readonly opId: string;
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
  /** Empty where the head is a minor: the name then stands sealed with the member. */
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
  readonly tenancy?: StoredTenancy;
  /** Who filled the form for the household; its name is an adult's. */
  readonly helper?: Helper;
  /** What the household was asked and would not answer. */
  readonly refused?: readonly RefusableField[];
  /** Sealed JSON of why odd answers are right, by the code of the finding; absent where none was given. */
  readonly sealedReasons?: string;
  readonly formVersion: string;
  readonly channel: Channel;
  /** How and when the household was first reached, where a correction has come another way since. */
  readonly reached?: { readonly channel: Channel; readonly on: string };
  readonly filledBy: string;
  readonly filledOn: string;
  readonly confirmedBy?: string;
  readonly confirmedOn?: string;
  /** How it was confirmed, where that is more than a worker's word: a code of domain/codes/verify-way.json. */
  readonly verifyWay?: VerifyWay;
  /** What the next worker should know; nobody else reads it. */
  readonly sealedNote?: string;
  readonly consent: {
    readonly noticeVersion: string;
    readonly givenOn: string;
    readonly withdrawnOn?: string;
  };
  readonly withdrawn: boolean;
  /** Who stands behind each part since when: `phone`, `members:<key>`, `*` for every part without a stamp of its own. */
  readonly stamps?: Readonly<Record<string, FieldStamp>>;
  /** Users bound to the household. */
  readonly accounts: readonly string[];
  /** The day on which the household got its number. */
  readonly since?: string;
  /** Set while the household's people have not been looked for elsewhere. */
  readonly matchState?: 'due';
  /** Open doubts that somebody of it is registered twice: what is approved or exported waits for them. */
  readonly duplicates?: readonly string[];
  /** Keys of members who are registered here and counted where they live: they are not asked again. */
  readonly countedElsewhere?: readonly string[];
  /** Set when it ended: the day, and the state before. */
  readonly closedOn?: string;
  /** It ended because all who lived in it are listed in another registration. */
  readonly isMerged?: true;
  readonly formerState?: HouseholdState;
  /** Forms it came from: who looked at them before they were decided looked at this household. */
  readonly formIds: readonly string[];
  /** Search keys: `p:` keyed phone, `d:` keyed identity number, `v:` keyed plate. */
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
  /** It raised a finding, or found an answer at its door, when it arrived. */
  readonly flagged: boolean;
  /** Another answer stood at its door when it arrived. */
  readonly beside?: true;
  readonly state: 'waiting' | 'accepted' | 'rejected' | 'expired';
  readonly receiptCode: string;
  readonly receiptDay: string;
  readonly channel: Channel;
  readonly noticeVersion: string;
  readonly formVersion: string;
  readonly submittedBy: string;
  /** Present where somebody filled it for the household, who must confirm it at the door. */
  readonly proxy?: ProxyPart;
  readonly opId: string;
  readonly at: number;
  readonly householdId?: string;
  /** Accepted beside an answer that stands, and the sender is not bound: to the sender it goes on waiting. */
  readonly isUnbound?: boolean;
  /** Rejected: what its sender may learn of why. */
  readonly returnedFor?: ReturnReason;
  /** The sender's own later form, which took its place. */
  readonly replacedBy?: string;
  /** What the household behind the door says of the sender. */
  readonly joinAnswer?: 'ours' | 'notOurs';
  /** The sender's earlier form about which the household said so; absent where it was asked about this one. */
  readonly askedAs?: string;
  /** Recorded by staff who does not have the door any more, or behind somebody's answer: nobody is bound by it. */
  readonly isByStaff?: boolean;
  readonly purgeOn: string;
}

/** What stands between a form that was filled for others and its confirmation. */
export interface ProxyPart {
  readonly invitationId: string;
  /** Four digits, known to the filler alone. */
  readonly sealedCode: string;
  /** Wrong codes said so far; the third one locks. */
  readonly tries: number;
}

/**
 * A private way to fill for one door, bound to the first account that accepts it. `_id` is the keyed digest of its token,
 * which the cloud never holds.
 */
export interface InvitationDocument extends Path {
  readonly _id: string;
  readonly version: number;
  readonly doorId: string;
  readonly plate: { readonly compound: string; readonly line: string };
  readonly state: 'open' | 'filling' | 'sent';
  readonly issuedBy: string;
  readonly at: number;
  /** UTC ms; nobody accepts it from then on, and nobody hands in by one that is filled on a household's word. */
  readonly expiresAt: number;
  /** Filled by its issuer on the household's word: as what, of the table `fillRole`. */
  readonly fillRole?: FillRole;
  readonly acceptedBy?: string;
  readonly noticeVersion?: string;
  /** Counts the savings of the draft; 0 where there is none. */
  readonly draftVersion: number;
  /** Sealed JSON of a draft: answers and the question that stood on the screen. */
  readonly sealedDraft?: string;
  readonly draftAt?: number;
  readonly formId?: string;
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
  /** Absent in a comparison of two whole forms. */
  readonly otherSource?: ValueSource;
  readonly state: 'open' | 'settled';
  readonly at: number;
  /** When the other answer was given, where both are kept with their times. */
  readonly otherAt?: number;
  readonly settledBy?: string;
}

export interface ConsentDocument {
  readonly _id: string;
  readonly subject: string;
  readonly householdId: string;
  readonly purpose: 'census' | 'volunteer';
  readonly noticeVersion: string;
  readonly channel: 'self' | 'worker' | 'paper' | 'helper';
  readonly guardian: boolean;
  readonly at: number;
  readonly withdrawnAt?: number;
}
