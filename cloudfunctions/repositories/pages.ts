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

/** A list as one call reads it: from the last page's row on. */
class Listing<T extends Stored> {
  private readonly last: Cursor | undefined;

  constructor(
    private readonly reader: Reader,
    private readonly collection: string,
    private readonly request: PageRequest,
  ) {
    const { cursor } = request;
    this.last = cursor === undefined ? undefined : decodeCursor(cursor);
    if (cursor !== undefined && this.last === undefined) {
      throw new Problem('VALIDATION', { field: 'cursor' });
    }
  }

  /** The last page's own value is read again: of its rows some may not have been shown. */
  async page(): Promise<Page<T>> {
    const { last } = this;
    const limit = PAGE_SIZE_MAX + 1 + (last === undefined ? 0 : TIES_READ_AHEAD);
    const from = last === undefined ? {} : this.bounded({ asc: 'gte', desc: 'lte' }, last.sort);
    return pageOf(await this.rowsFrom(from, limit), PAGE_SIZE_MAX, (row) => this.cursorOf(row));
  }

  /**
   * The rows of a page and one more, in their order. A read that was cut within a value may lack any of the rows that share it: they
   * are all read where the page reaches that value, and not where it ends before. Where even they do not fill it, it goes on after them.
   */
  private async rowsFrom(bounds: Query['where'], limit: number): Promise<T[]> {
    const read = await this.search(bounds, limit, true);
    const rows = this.listed(read);
    const edge = read[limit - 1];
    if (edge === undefined) return rows;
    const cutAt = this.valueOf(edge);
    const lastOfPage = rows[PAGE_SIZE_MAX - 1];
    if (lastOfPage !== undefined && this.valueOf(lastOfPage) !== cutAt) return rows;
    const ties = await this.search({ [this.request.sort]: cutAt }, TIES_MAX, false);
    const whole = this.listed([...read.filter((row) => this.valueOf(row) !== cutAt), ...ties]);
    if (whole.length > PAGE_SIZE_MAX) return whole;
    const further = this.bounded({ asc: 'gt', desc: 'lt' }, cutAt);
    return [...whole, ...(await this.rowsFrom(further, PAGE_SIZE_MAX + 1))];
  }

  private search(bounds: Query['where'], limit: number, isSorted: boolean): Promise<T[]> {
    const { where, sort, direction } = this.request;
    return this.reader.search<T>(this.collection, {
      where: { ...where, ...bounds },
      ...(isSorted ? { order: [[sort, direction]] } : {}),
      limit,
    });
  }

  private bounded(words: Readonly<Record<'asc' | 'desc', string>>, value: Cursor['sort']): Query['where'] {
    const { sort, direction } = this.request;
    return { [sort]: { [words[direction]]: value } };
  }

  private listed(rows: readonly T[]): T[] {
    const { last } = this;
    const { direction } = this.request;
    const cursors = new Map(rows.map((row) => [row, this.cursorOf(row)]));
    return [...cursors]
      .filter(([, cursor]) => last === undefined || isAfter(cursor, last, direction))
      .sort(([, left], [, right]) => (isAfter(left, right, direction) ? 1 : -1))
      .map(([row]) => row);
  }

  private cursorOf(row: T): Cursor {
    return { sort: this.valueOf(row), id: row._id };
  }

  private valueOf(row: T): Cursor['sort'] {
    return (row as unknown as Record<string, string | number>)[this.request.sort] ?? '';
  }
}

/** One page of at most twenty. Throws VALIDATION for a cursor that was not ours. */
export async function readPage<T extends Stored>(
  reader: Reader,
  collection: string,
  request: PageRequest,
): Promise<Page<T>> {
  return new Listing<T>(reader, collection, request).page();
}
