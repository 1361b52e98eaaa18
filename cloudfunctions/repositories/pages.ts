/** Lists page by cursor: the last row's sort value and id. Rows that share a value across a page's edge are told apart by id. */
import { decodeCursor, PAGE_SIZE_MAX, pageOf, type Cursor, type Page } from '@domain/kernel/page';
import { Problem } from '@domain/kernel/problem';
import type { Query, Reader, Stored } from '../kernel/store';

/** Rows of the last page's value that are read again beside the new ones. */
const TIES_READ_AHEAD = 20;
/** Rows of one value in all. */
const TIES_MAX = 1000;

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

/** Every row that shares the value on which a read was cut, so that none of them is lost between two pages. */
async function withWholeTies<T extends Stored>(
  rows: readonly T[],
  valueOf: (row: T) => Cursor['sort'],
  readTies: (value: Cursor['sort']) => Promise<T[]>,
): Promise<T[]> {
  const cutAt = rows[rows.length - 1];
  const edge = rows[PAGE_SIZE_MAX];
  if (cutAt === undefined || edge === undefined || valueOf(edge) !== valueOf(cutAt)) return [...rows];
  const ties = await readTies(valueOf(cutAt));
  return [...rows.filter((row) => valueOf(row) !== valueOf(cutAt)), ...ties];
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
  const limit = PAGE_SIZE_MAX + 1 + (last === undefined ? 0 : TIES_READ_AHEAD);
  const read = await reader.search<T>(collection, {
    where: { ...where, ...beyond },
    order: [[sort, direction]],
    limit,
  });
  const valueOf = (row: T): Cursor['sort'] => (row as unknown as Record<string, string | number>)[sort] ?? '';
  const cursorOf = (row: T): Cursor => ({ sort: valueOf(row), id: row._id });
  const readTies = (value: Cursor['sort']): Promise<T[]> =>
    reader.search<T>(collection, { where: { ...where, [sort]: value }, limit: TIES_MAX });
  const rows = read.length < limit ? read : await withWholeTies(read, valueOf, readTies);
  const sorted = [...rows].sort((left, right) =>
    isAfter(cursorOf(left), cursorOf(right), direction) ? 1 : -1,
  );
  const fresh = last === undefined ? sorted : sorted.filter((row) => isAfter(cursorOf(row), last, direction));
  return pageOf(fresh, PAGE_SIZE_MAX, cursorOf);
}
