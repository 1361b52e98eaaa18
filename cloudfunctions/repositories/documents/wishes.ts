/** What people wish for, and who meets it. */
import type { Escort, GiveBackReason, Share, Thanks, WishKind } from '@domain/wish/wish';
import type { WishClock } from '@domain/wish/wish-clock';
import type { WishState } from '@domain/wish/wish-state';
import type { Path } from './places';

/** Why a wish waits for the community: to be looked at, reported and not confirmed yet, not received, a close that somebody proposed. */
export type WishDesk = 'review' | 'done' | 'notReceived' | 'closing' | '';

/**
 * One wish. Words that nobody has released are sealed to `text`; the private part is sealed to `contact` (whom to ring) and
 * `private` (where, whom, what only the volunteer needs), and goes at the end by itself.
 */
export interface WishDocument extends Path, WishClock {
  readonly _id: string;
  readonly version: number;
  readonly doorId: string;
  /** Empty where nobody is registered behind the door. */
  readonly householdId: string;
  /** Accounts of the home and whoever made the wish: they neither claim nor decide it. */
  readonly barred: readonly string[];
  readonly madeBy: string;
  /** Made by a helper for somebody without a phone: the helper is told, and confirms nothing. */
  readonly isHelped: boolean;
  /** The compound's name, public. */
  readonly compound: string;
  readonly state: WishState;
  readonly sealedText: string;
  /** The released words; '' until then and after the wish was taken down. */
  readonly text: string;
  readonly kind: WishKind | '';
  /** The rule on cash and loans spoke up. */
  readonly isMoney: boolean;
  readonly sealedContact?: string;
  readonly sealedPrivate?: string;
  readonly sealedCode: string;
  readonly codeTries: number;
  /** 0: no limit was set. */
  readonly limitYuan: number;
  readonly dueOn: string;
  readonly escort: Escort;
  /** UTC ms; 0 until it is released. It stays when a claim comes to nothing, so that the oldest is on top again. */
  readonly publishedAt: number;
  readonly reviewedBy: string;
  readonly desk: WishDesk;
  readonly deskAt: number;
  /** '' while nobody has it. */
  readonly claimedBy: string;
  /** Day on which whoever has it took it: what it may count for goes by it. Absent while nobody has it. */
  readonly claimedOn?: string;
  /** Claims so far. */
  readonly round: number;
  /** Day of the first claim, for the figures. */
  readonly firstClaimOn: string;
  readonly teamId?: string;
  readonly shares?: readonly Share[];
  readonly lastActOn: string;
  readonly rounds: readonly WishRound[];
  /** Days on which the winner looked at whom to ring. */
  readonly looks: readonly string[];
  readonly minutes?: number;
  readonly thanks?: Thanks;
  /** A colleague's proposal to close without the beneficiary. */
  readonly closing?: { readonly by: string; readonly at: number; readonly sealedReason: string };
  /** Day of the end; '' before. */
  readonly closedOn: string;
  /** Why it came back, for who made it. */
  readonly sealedReason?: string;
  readonly story?: WishStory;
  readonly at: number;
}

export interface WishRound {
  readonly round: number;
  readonly by: string;
  readonly on: string;
  readonly how: 'givenBack' | 'lapsed' | 'takenBack';
  readonly reason: GiveBackReason | '';
}

/** The words wait with the contents until they are released, and stand here from then on. */
export interface WishStory {
  readonly writtenBy: string;
  /** Day of the beneficiary's yes; '' without one. */
  readonly allowedOn: string;
  readonly isOnPaper: boolean;
  readonly text: string;
}

/** Figures of a street's wishes, recounted each hour. `_id` is the street's. */
export interface WishFiguresDocument {
  readonly _id: string;
  readonly collected: number;
  readonly published: number;
  readonly claimed: number;
  readonly met: number;
  /** -1 where none was met. */
  readonly medianDays: number;
  /** Compounds with an open wish, those with most of them on top. */
  readonly compounds: readonly Pick<WishDocument, 'compoundId' | 'compound' | 'communityId'>[];
  readonly asOf: number;
}
