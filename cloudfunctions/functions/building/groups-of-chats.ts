import type { ReadContext } from '../../kernel/context';
import { groupIds } from '../../ports/group-ids';

/** The id under which one chat is tied to one building; the chat's own id is kept nowhere. */
export async function groupIdOf(
  { keyring, allowTestNumbers }: Pick<ReadContext, 'keyring' | 'allowTestNumbers'>,
  { buildingId, groupCode }: { readonly buildingId: string; readonly groupCode: string },
): Promise<string> {
  return keyring.groupDigest(await groupIds(allowTestNumbers).idOf(groupCode), buildingId);
}
