/** What is being offered, kept on the phone, encrypted, from the first word until the cloud has answered for it. */
import type { Condition } from '@domain/gift/gift';
import { isRecord, readStored, removeStored, writeStored } from '../../../services/storage';

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

const KEY = 'giftDraft';

export const NO_DRAFT: GiftDraft = {
  title: '',
  words: '',
  condition: '',
  pictures: [],
  again: '',
  version: 0,
  sentId: '',
};

export async function keptDraft(): Promise<GiftDraft> {
  const stored = await readStored(KEY, 'sealed');
  return isRecord(stored) ? { ...NO_DRAFT, ...stored } : NO_DRAFT;
}

export async function keepDraft(draft: GiftDraft): Promise<void> {
  await writeStored(KEY, draft, 'sealed');
}

export async function dropDraft(): Promise<void> {
  await removeStored(KEY);
}
