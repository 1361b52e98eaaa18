/** What the street set up, and its wrapped keys. */
import type { IdNumberMode } from '@domain/census/codes';

/** `_id` 'campaign': what the street set up. */
export interface CampaignDocument {
  readonly _id: 'campaign';
  readonly streetId: string;
  readonly officeName: string;
  readonly streetName: string;
  readonly publicPhone: string;
  readonly protectionOfficer: string;
  readonly isOpen: boolean;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly noticeVersion: string;
  readonly formVersion: string;
  readonly idNumberMode: IdNumberMode;
}

/** A wrapped data key of one family. */
export interface KeyDocument {
  readonly _id: string;
  readonly family: string;
  readonly state: 'pre' | 'active' | 'decryptOnly' | 'destroyed';
  readonly wrapped: string;
  readonly at: number;
}
