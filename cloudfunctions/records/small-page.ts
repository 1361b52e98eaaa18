/** A page for everybody: as many rows as fit in one small answer, so that a first screen is there at once on a slow network. */
import { encodeCursor, nextOf, type Page } from '@domain/kernel/page';

/** Room for the reply's own words within 8 kB. */
const BYTES_MAX = 7_600;

interface Ordered {
  readonly _id: string;
  readonly order: number;
}

/** The first rows that fit, as they are shown, and at least one; the next page begins where they end. The rows stand in their order. */
export function fittingPage<Row extends Ordered, Shown>(
  { rows, next }: Page<Row>,
  view: (row: Row) => Shown,
): Page<Shown> {
  const shown = rows.map(view);
  let bytes = 0;
  const full = shown.findIndex((row) => {
    bytes += Buffer.byteLength(JSON.stringify(row)) + 1;
    return bytes > BYTES_MAX;
  });
  const fits = full === -1 ? rows.length : Math.max(full, 1);
  const last = rows[fits - 1];
  if (fits === rows.length || last === undefined) return { rows: shown, ...nextOf({ next }) };
  return { rows: shown.slice(0, fits), next: encodeCursor({ sort: last.order, id: last._id }) };
}
