/** Group chats tied to buildings, and how many opened a card out of them. */
import type { Reader } from '../kernel/store';
import type { GroupDocument, GroupOpeningDocument } from './documents';

const GROUPS_OF_A_BUILDING_MAX = 10;
/** A chat of WeChat holds five hundred people. */
const OPENINGS_MAX = 1000;

export function findGroup(reader: Reader, id: string): Promise<GroupDocument | undefined> {
  return reader.find<GroupDocument>('groups', id);
}

/** Groups tied to a building, oldest first. Index building_state_at. */
export function groupsOfBuilding(reader: Reader, buildingId: string): Promise<GroupDocument[]> {
  return reader.search<GroupDocument>('groups', {
    where: { buildingId, state: 'bound' },
    order: [['boundAt', 'asc']],
    limit: GROUPS_OF_A_BUILDING_MAX,
  });
}

/** How many people opened the card out of a group. Index group. */
export async function reachOf(reader: Reader, groupId: string): Promise<number> {
  const openings = await reader.search<GroupOpeningDocument>('groupOpenings', {
    where: { groupId },
    limit: OPENINGS_MAX,
    fields: ['_id'],
  });
  return openings.length;
}

export function findOpening(reader: Reader, id: string): Promise<GroupOpeningDocument | undefined> {
  return reader.find<GroupOpeningDocument>('groupOpenings', id);
}
