/** Texts that other people may see, on their way to them. */
import type { ContentKind } from '@domain/content/content';
import type { Check, ContentState } from '@domain/content/content-state';

/** One text. `_id` follows from kind and subject, so that a text that is handed in again takes the place of the former one. */
export interface ContentDocument {
  readonly _id: string;
  readonly version: number;
  readonly kind: ContentKind;
  readonly subjectId: string;
  readonly streetId: string;
  /** Empty for what belongs to the whole street. */
  readonly communityId: string;
  /** Sealed to `text`. */
  readonly sealedText: string;
  readonly authorId: string;
  /** The platform's name of the author, which its check asks for; sealed to `author`, gone with the verdict. */
  readonly sealedOpenid: string;
  readonly check: Check;
  readonly tries: number;
  /** UTC ms; 0 where no check is due. */
  readonly nextCheckAt: number;
  readonly state: ContentState;
  readonly at: number;
  readonly decidedBy?: string;
  readonly decidedAt?: number;
  /** Why it was returned or taken down, for its author. Sealed to `reason`. */
  readonly sealedReason?: string;
  /** `open` where somebody said that something is wrong with it and nobody has looked yet. */
  readonly reported: 'open' | 'none';
  readonly abuses: readonly string[];
  /** Who said so: each once. */
  readonly reporters: readonly string[];
  /** The day on which a text that nobody sees any more is erased; empty while it may be seen. */
  readonly purgeOn: string;
}

/** `_id` 'localChecks': what the checker answers next, where the deployment allows test numbers. */
export interface LocalChecksDocument {
  readonly _id: 'localChecks';
  readonly verdict: 'words' | 'passed' | 'doubtful' | 'risky' | 'down';
}
