import type { Reader } from '../kernel/store';
import type { BoardDocument } from './documents';

const ROWS_MAX = 1000;

export function findBoard(reader: Reader, areaId: string): Promise<BoardDocument | undefined> {
  return reader.find<BoardDocument>('boards', areaId);
}

/** Some boards by id, in no order. */
export function boardsById(reader: Reader, areaIds: readonly string[]): Promise<BoardDocument[]> {
  if (areaIds.length === 0) return Promise.resolve([]);
  return reader.search<BoardDocument>('boards', { where: { _id: { in: areaIds } }, limit: areaIds.length });
}

/** Boards of some communities' compounds in one read, in the order of each. Index community_order. */
export async function compoundBoardsOf(
  reader: Reader,
  communityIds: readonly string[],
): Promise<BoardDocument[]> {
  const boards = await reader.search<BoardDocument>('boards', {
    where: { communityId: { in: communityIds }, kind: 'compound' },
    limit: ROWS_MAX,
  });
  return boards.sort((left, right) => left.order - right.order);
}

/** Boards of the street's communities or compounds, in their order. Index street_kind_order. */
export function boardsOfStreet(
  reader: Reader,
  streetId: string,
  kind: 'community' | 'compound',
): Promise<BoardDocument[]> {
  return reader.search<BoardDocument>('boards', {
    where: { streetId, kind },
    order: [['order', 'asc']],
    limit: ROWS_MAX,
  });
}

/** What a board stands for and how new it is, without its figures. */
export type BoardHead = Pick<
  BoardDocument,
  '_id' | 'kind' | 'streetId' | 'communityId' | 'name' | 'order' | 'newestEventId' | 'wallsVersion'
>;

/** Every board of the street, street and communities among them, in the order of each kind. Index street_kind_order. */
export function boardHeads(reader: Reader, streetId: string): Promise<BoardHead[]> {
  return reader.search<BoardHead>('boards', {
    where: { streetId, kind: { in: ['street', 'community', 'compound'] } },
    order: [['order', 'asc']],
    limit: ROWS_MAX,
    fields: ['kind', 'streetId', 'communityId', 'name', 'order', 'newestEventId', 'wallsVersion'],
  });
}
