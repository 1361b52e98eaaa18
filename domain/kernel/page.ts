/**
 * Paging by cursor: the last row's sort value and its id. The phone hands the text back unread; by the sort value alone,
 * rows that share it (imported in the same second) would fall between two pages.
 */
import { base64url, bytesOfBase64url, textOfUtf8, utf8Bytes } from './bytes';

export interface Cursor {
  sort: string | number;
  id: string;
}

/** A page of rows; `next` is absent on the last one. */
export interface Page<Row> {
  rows: Row[];
  next?: string;
}

export const PAGE_SIZE_MAX = 20;
const CURSOR_LENGTH_MAX = 400;

export function encodeCursor(cursor: Cursor): string {
  return base64url(utf8Bytes(JSON.stringify([cursor.sort, cursor.id])));
}

/** The cursor behind the text; undefined when the text was not made by `encodeCursor`. */
export function decodeCursor(text: string): Cursor | undefined {
  if (text.length > CURSOR_LENGTH_MAX) return undefined;
  const bytes = bytesOfBase64url(text);
  const json = bytes && textOfUtf8(bytes);
  if (json === undefined || !/^\[(?:"|-?\d)/.test(json)) return undefined;
  const [sort, id, ...rest] = parseArray(json);
  if (typeof id !== 'string' || rest.length > 0) return undefined;
  if (typeof sort !== 'string' && typeof sort !== 'number') return undefined;
  return { sort, id };
}

/** Cuts a list that was read one row too long into a page: the extra row only says that there is more. */
export function pageOf<Row>(rows: readonly Row[], size: number, cursorOf: (row: Row) => Cursor): Page<Row> {
  const shown = rows.slice(0, size);
  const last = shown[shown.length - 1];
  if (rows.length <= size || last === undefined) return { rows: shown };
  return { rows: shown, next: encodeCursor(cursorOf(last)) };
}

/** The cursor, where there is one. */
export function nextOf({ next }: { readonly next?: string | undefined }): { readonly next?: string } {
  return next === undefined ? {} : { next };
}

function parseArray(json: string): unknown[] {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
