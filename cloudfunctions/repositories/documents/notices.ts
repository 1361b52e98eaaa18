/** Notices to an area, and to whom they came. */
import type { GroundKind } from '@domain/notice/notice';
import type { NoticeState } from '@domain/notice/notice-state';

/** One notice. Its words wait with the contents until they are released, and stand here from then on. */
export interface NoticeDocument {
  readonly _id: string;
  readonly version: number;
  readonly streetId: string;
  /** Empty where the ground lies in no single one of these. */
  readonly communityId: string;
  readonly compoundId: string;
  readonly gridId: string;
  readonly buildingId: string;
  readonly groundKind: GroundKind;
  readonly groundId: string;
  /** 苹果花园 3号楼. */
  readonly groundName: string;
  /** Released words; '' before. */
  readonly title: string;
  readonly body: string;
  /** Whoever works there may see which doors it has not reached. */
  readonly isImportant: boolean;
  readonly state: NoticeState;
  /** The last day on which it is shown. */
  readonly endsOn: string;
  readonly publishedAt: number;
  readonly at: number;
}

/** One account to which a notice came. `_id` follows from both, so that it comes once. */
export interface DeliveryDocument {
  readonly _id: string;
  readonly noticeId: string;
  readonly userId: string;
  readonly buildingId: string;
  readonly doorId: string;
  /** UTC ms; 0 while it is unread. */
  readonly readAt: number;
  readonly purgeOn: string;
}

/** Reach of a notice in one building. `_id` follows from both. */
export interface ReachDocument {
  readonly _id: string;
  readonly noticeId: string;
  readonly buildingId: string;
  readonly reached: number;
  readonly read: number;
  readonly purgeOn: string;
}
