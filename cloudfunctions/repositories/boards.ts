import type { Reader } from '../kernel/store';
import type { BoardDocument } from './documents';

const ROWS_MAX = 1000;

export function findBoard(reader: Reader, areaId: string): Promise<BoardDocument | undefined> {
  return reader.find<BoardDocument>('boards', areaId);
}

/** Boards of a community's compounds, in their order. Index community_order. */
export function compoundBoardsOf(reader: Reader, communityId: string): Promise<BoardDocument[]> {
  return reader.search<BoardDocument>('boards', {
    where: { communityId, kind: 'compound' },
    order: [['order', 'asc']],
    limit: ROWS_MAX,
  });
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
