import type { Reader } from '../kernel/store';
import type { LinkDocument } from './documents';

const NAME = 'links';
const CODES_OF_A_TARGET_MAX = 50;

/** `digest` is keyring.linkDigest(token). */
export function findLink(reader: Reader, digest: string): Promise<LinkDocument | undefined> {
  return reader.find<LinkDocument>(NAME, digest);
}

/** Codes in force for some targets, at most a building's doors at once. Index target_state. */
export function activeLinks(reader: Reader, targetIds: readonly string[]): Promise<LinkDocument[]> {
  return reader.search<LinkDocument>(NAME, {
    where: { targetId: { in: targetIds }, state: 'active' },
    limit: Math.min(1000, targetIds.length * 2 + CODES_OF_A_TARGET_MAX),
  });
}
