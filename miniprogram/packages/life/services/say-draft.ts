/**
 * What is being reported, kept on the phone, encrypted, from the first word until the cloud has answered for it: with its operation
 * id, so that a lost answer makes no second issue, and with pictures that are still to be sent after the text.
 */
import type { IssueKind } from '@domain/issue/issue';
import { isRecord, readStored, removeStored, writeStored } from '../../../services/storage';

export interface SayDraft {
  kind: IssueKind;
  /** home, compound, outside, scene. */
  where: string;
  scene: string;
  text: string;
  spot: string;
  isAnonymous: boolean;
  isStreetOnly: boolean;
  /** The door of a visit, and who lives behind it; '' for what is said at home. */
  doorId: string;
  householdId: string;
  /** Who said it at that door: household, phone, worker. */
  raisedBy: string;
  phone: string;
  /** What the worker takes it for. */
  aspect: string;
  /** Files of the phone. */
  pictures: readonly string[];
  opId: string;
  /** Set once the text has arrived: what is left are pictures. */
  sent: { issueId: string; number: string; handler: string } | null;
}

/** One for what is said at home, and one for each door. */
function keyOf(doorId: string): string {
  return doorId === '' ? 'sayDraft' : `sayDraft.${doorId}`;
}

export const NO_DRAFT: SayDraft = {
  kind: 'issue',
  where: '',
  scene: '',
  text: '',
  spot: '',
  isAnonymous: false,
  isStreetOnly: false,
  doorId: '',
  householdId: '',
  raisedBy: '',
  phone: '',
  aspect: '',
  pictures: [],
  opId: '',
  sent: null,
};

export async function keptDraft(doorId: string): Promise<SayDraft> {
  const stored = await readStored(keyOf(doorId), 'sealed');
  return isRecord(stored) ? { ...NO_DRAFT, ...stored, doorId } : { ...NO_DRAFT, doorId };
}

export async function keepDraft(draft: SayDraft): Promise<void> {
  await writeStored(keyOf(draft.doorId), draft, 'sealed');
}

export async function dropDraft({ doorId }: SayDraft): Promise<void> {
  await removeStored(keyOf(doorId));
}
