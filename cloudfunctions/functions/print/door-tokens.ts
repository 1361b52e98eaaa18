/** The tokens on the doors of a building: the code in force is printed again (D43), a door without one gets a new one. */
import { TOKEN_LENGTH } from '@domain/link/scene';
import type { ChangeContext } from '../../kernel/context';
import { DuplicateKey } from '../../kernel/store';
import type { LinkDocument } from '../../repositories/documents';
import { activeLinks } from '../../repositories/links';

const DOORS_A_READ = 100;
const LINKS_A_WRITE = 200;
const COLLECTION = 'links';
const FIELD = 'sealedToken';

/** The oldest code of each door that has one. */
async function standingLinks(
  context: ChangeContext,
  doorIds: readonly string[],
): Promise<ReadonlyMap<string, LinkDocument>> {
  const links: LinkDocument[] = [];
  for (let start = 0; start < doorIds.length; start += DOORS_A_READ) {
    links.push(...(await activeLinks(context.store, doorIds.slice(start, start + DOORS_A_READ))));
  }
  const newestFirst = links.sort((left, right) => right.at - left.at || (left._id < right._id ? 1 : -1));
  return new Map(newestFirst.map((link) => [link.targetId, link]));
}

/**
 * Follows from the operation, so that a repeated attempt draws the same; the key keeps it from being guessed. The digest is written
 * in the token's own alphabet, five bits a character.
 */
function newToken(context: ChangeContext, doorId: string): string {
  const secret = context.keyring.linkDigest(context.idFor(`link.${doorId}`));
  return secret.slice(0, TOKEN_LENGTH).toUpperCase();
}

function linkFor(context: ChangeContext, doorId: string, token: string): LinkDocument {
  const { keyring, caller, now } = context;
  const _id = keyring.linkDigest(token);
  return {
    _id,
    kind: 'H',
    targetId: doorId,
    sealedToken: keyring.seal('content', { collection: COLLECTION, id: _id, field: FIELD }, token),
    state: 'active',
    issuedBy: caller.userId,
    at: now,
  };
}

/** A batch that stands already is this very one, from an attempt that was cut short. */
async function insertOnce({ bulk }: ChangeContext, links: readonly LinkDocument[]): Promise<void> {
  for (let start = 0; start < links.length; start += LINKS_A_WRITE) {
    try {
      await bulk.insert(COLLECTION, links.slice(start, start + LINKS_A_WRITE));
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error;
    }
  }
}

export interface DoorTokens {
  readonly tokens: ReadonlyMap<string, string>;
  readonly drawn: number;
}

export async function doorTokens(context: ChangeContext, doorIds: readonly string[]): Promise<DoorTokens> {
  const standing = await standingLinks(context, doorIds);
  const tokens = new Map<string, string>();
  const drawn: LinkDocument[] = [];
  for (const doorId of doorIds) {
    const link = standing.get(doorId);
    const token =
      link === undefined
        ? newToken(context, doorId)
        : context.keyring.open({ collection: COLLECTION, id: link._id, field: FIELD }, link.sealedToken);
    if (link === undefined) drawn.push(linkFor(context, doorId, token));
    tokens.set(doorId, token);
  }
  await insertOnce(context, drawn);
  return { tokens, drawn: drawn.length };
}
