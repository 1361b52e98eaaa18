/** Lists page by cursor: the last row's sort value and id. Rows that share a value across a page's edge are told apart by id. */
import { decodeCursor, PAGE_SIZE_MAX, pageOf, type Cursor, type Page } from '@domain/kernel/page';
import { Problem } from '@domain/kernel/problem';
import type { Query, Reader, Stored } from '../kernel/store';

/** Rows of one value that may stand on a page's edge. */
const TIES_MAX = 20;

export interface PageRequest {
  readonly where: Query['where'];
  readonly sort: string;
  readonly direction: 'asc' | 'desc';
  readonly cursor: string | undefined;
}

function isAfter(row: Cursor, last: Cursor, direction: 'asc' | 'desc'): boolean {
  if (row.sort !== last.sort) return direction === 'asc' ? row.sort > last.sort : row.sort < last.sort;
  return row.id > last.id;
}

/** One page of at most twenty. Throws VALIDATION for a cursor that was not ours. */
export async function readPage<T extends Stored>(
  reader: Reader,
  collection: string,
  request: PageRequest,
): Promise<Page<T>> {
  const { where, sort, direction } = request;
  const last = request.cursor === undefined ? undefined : decodeCursor(request.cursor);
  if (request.cursor !== undefined && last === undefined) {
    throw new Problem('VALIDATION', { field: 'cursor' });
  }
  const beyond =
    last === undefined ? {} : { [sort]: direction === 'asc' ? { gte: last.sort } : { lte: last.sort } };
  const rows = await reader.search<T>(collection, {
    where: { ...where, ...beyond },
    order: [[sort, direction]],
    limit: PAGE_SIZE_MAX + 1 + (last === undefined ? 0 : TIES_MAX),
  });
  const cursorOf = (row: T): Cursor => ({
    sort: (row as unknown as Record<string, string | number>)[sort] ?? '',
    id: row._id,
  });
  const sorted = [...rows].sort((left, right) =>
    isAfter(cursorOf(left), cursorOf(right), direction) ? 1 : -1,
  );
  const fresh = last === undefined ? sorted : sorted.filter((row) => isAfter(cursorOf(row), last, direction));
  return pageOf(fresh, PAGE_SIZE_MAX, cursorOf);
}
