/** What is being offered, kept on the phone, encrypted, from the first word until the cloud has answered for it. */
import type { Condition } from '@domain/gift/gift';
import { draftStore } from './kept-draft';

export interface GiftDraft {
  title: string;
  words: string;
  condition: Condition | '';
  /** Files of the phone. */
  pictures: readonly string[];
  /** A thing that came back, as it stood when it was opened; '' for a new one. */
  again: string;
  version: number;
  /** The text has arrived: what is left are pictures. */
  sentId: string;
}

export const NO_DRAFT: GiftDraft = {
  title: '',
  words: '',
  condition: '',
  pictures: [],
  again: '',
  version: 0,
  sentId: '',
};

export const { kept: keptDraft, keep: keepDraft, drop: dropDraft } = draftStore('giftDraft', NO_DRAFT);
