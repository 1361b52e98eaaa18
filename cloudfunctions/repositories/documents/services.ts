/** What the office tells and teaches, and what it certifies. */
import type { CertificateKind } from '@domain/certificate/certificate-facts';
import type { CourseText } from '@domain/course/course';
import type { DirectoryText } from '@domain/guide/directory';
import type { GuideText, StarCounts } from '@domain/guide/guide';
import type { PublicationState } from '@domain/publication/publication-state';

/** A text of the office that everybody may read once it was released. */
interface Publication<Text> {
  readonly _id: string;
  readonly version: number;
  readonly state: PublicationState;
  readonly streetId: string;
  /** The community whose text it is, and its name; empty for one of the whole street. */
  readonly communityId: string;
  readonly community: string;
  /** Place in the lists: a number that grows. */
  readonly order: number;
  /** What everybody reads. */
  readonly shown?: Text;
  /** What waits for its release. */
  readonly draft?: Text;
}

export interface GuideDocument extends Publication<GuideText> {
  /** First letters of the title and of each keyword of what is shown. */
  readonly initials: readonly string[];
  /** Ratings so far; a recount of `ratings`. */
  readonly stars: StarCounts;
}

export interface CourseDocument extends Publication<CourseText> {
  /** People who took the quiz, and who passed it; a recount of `progress`. */
  readonly taken: number;
  readonly passed: number;
}

/** One person's rating of a guide on a day. `_id` follows from the three, and nothing in the row says who it was. */
export interface RatingDocument {
  readonly _id: string;
  readonly guideId: string;
  readonly stars: number;
  readonly day: string;
}

/** Best result of one person in one course. `_id` follows from both. */
export interface ProgressDocument {
  readonly _id: string;
  readonly userId: string;
  readonly courseId: string;
  readonly best: number;
  readonly total: number;
  readonly at: number;
  readonly passedOn?: string;
}

export type DirectoryDocument = Publication<DirectoryText>;

/** A certificate. `_id` is a keyed digest of its code, which stands nowhere else. */
export interface CertificateDocument {
  readonly _id: string;
  readonly holderId: string;
  /** Name as it stands on the paper, sealed to `name`; absent where the holder wanted none. */
  readonly sealedName?: string;
  readonly kind: CertificateKind;
  readonly course: string;
  readonly right: number;
  readonly total: number;
  readonly minutes: number;
  readonly services: number;
  readonly from: string;
  readonly until: string;
  readonly issuer: string;
  readonly issuedOn: string;
}
