/**
 * What is being reported, kept on the phone, encrypted, from the first word until the cloud has answered for it: with its operation
 * id, so that a lost answer makes no second issue, and with pictures that are still to be sent after the text.
 */
import type { IssueKind } from '@domain/issue/issue';
import { isRecord, readStored, removeStored, writeStored } from '../../../services/storage';

export interface SayDraft {
  kind: IssueKind;
  /** home, outside, scene, door. */
  where: string;
  scene: string;
  text: string;
  spot: string;
  isAnonymous: boolean;
  isStreetOnly: boolean;
  /** Files of the phone. */
  pictures: readonly string[];
  opId: string;
  /** Set once the text has arrived: what is left are pictures. */
  sent: { issueId: string; number: string; handler: string } | null;
}

const KEY = 'sayDraft';

export const NO_DRAFT: SayDraft = {
  kind: 'issue',
  where: '',
  scene: '',
  text: '',
  spot: '',
  isAnonymous: false,
  isStreetOnly: false,
  pictures: [],
  opId: '',
  sent: null,
};

export async function keptDraft(): Promise<SayDraft> {
  const stored = await readStored(KEY, 'sealed');
  return isRecord(stored) ? { ...NO_DRAFT, ...stored } : NO_DRAFT;
}

export async function keepDraft(draft: SayDraft): Promise<void> {
  await writeStored(KEY, draft, 'sealed');
}

export async function dropDraft(): Promise<void> {
  await removeStored(KEY);
}
