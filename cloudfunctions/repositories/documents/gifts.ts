/** What people give away, and what each of them has reserved. */
import type { Condition } from '@domain/gift/gift';
import type { GiftClock } from '@domain/gift/gift-clock';
import type { GiftDesk, GiftState } from '@domain/gift/gift-state';
import type { PictureRecord } from './issues';

/** One thing. It knows its community and nothing nearer: who gives and who takes meet at the desk, or not at all. */
export interface GiftDocument extends GiftClock {
  readonly _id: string;
  readonly version: number;
  readonly streetId: string;
  readonly communityId: string;
  /** The community's name, public. */
  readonly community: string;
  /** '' of a volunteer who lives elsewhere. */
  readonly householdId: string;
  /** Its giver and the accounts of that home: they neither reserve nor decide it. */
  readonly barred: readonly string[];
  readonly givenBy: string;
  readonly state: GiftState;
  /** JSON of title and words, sealed to `words`. */
  readonly sealedWords: string;
  /** The released words; '' before, and after its end. */
  readonly title: string;
  readonly words: string;
  readonly condition: Condition;
  readonly pictures: readonly PictureRecord[];
  /** Files of the phone that were kept anew, until a timer has erased them; `hasSpent` where there are any. */
  readonly spentFiles: readonly string[];
  readonly hasSpent: boolean;
  /** It lies at the community's desk. */
  readonly isStored: boolean;
  /** UTC ms; 0 until it is released. It stays when a reservation comes to nothing. */
  readonly shownAt: number;
  readonly desk: GiftDesk;
  readonly deskAt: number;
  /** '' while nobody has reserved it. */
  readonly takenBy: string;
  /** Four digits for the desk, sealed to `code`. */
  readonly sealedCode?: string;
  /** Why it came back, sealed to `reason`. */
  readonly sealedReason?: string;
  readonly at: number;
}

/** What one person has reserved now. `_id` is the user's; gone with the last of it. */
export interface GiftHoldsDocument {
  readonly _id: string;
  readonly version: number;
  readonly giftIds: readonly string[];
}
