import { Problem } from '@domain/kernel/problem';
import { readCode } from '@domain/link/scene';
import type { ReadContext } from '../kernel/context';
import type { LinkDocument } from '../repositories/documents';
import { findLink } from '../repositories/links';

/**
 * The link of a code that somebody presents, in force or revoked. Throws NOT_FOUND, and counts a wrong token, for one that
 * nobody printed. A text whose check character is wrong was misread and not guessed: it is never looked up, so it does not count.
 */
export async function findPresentedLink(
  context: Pick<ReadContext, 'store' | 'keyring' | 'strike'>,
  scene: string,
): Promise<LinkDocument> {
  const reading = readCode(scene);
  if (reading.verdict !== 'ok') throw new Problem('NOT_FOUND');
  const link = await findLink(context.store, context.keyring.linkDigest(reading.code.token));
  if (link !== undefined) return link;
  await context.strike();
  throw new Problem('NOT_FOUND');
}
