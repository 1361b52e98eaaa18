/**
 * Everything public of one kind, kept on the phone so that it is readable without network after the first visit. What is public
 * belongs to nobody, so it is kept for whoever holds the phone. The first page is shown as soon as it is there; the others follow.
 */
import type { ProblemReport } from '@domain/kernel/problem';
import { now } from '../../../services/clock';
import { isRecord, readStored, writeStored } from '../../../services/storage';

/** Changes with the shape of what is kept: an older one is then not read. */
const SHAPE = 1;
/** Pages of 8 kB; the platform keeps 1 MB under a key. */
const PAGES_MAX = 40;

export interface Shelf<Row> {
  rows: Row[];
  /** UTC ms at which the rows were true; 0 where there never were any. */
  at: number;
  /** Why the rows are old or missing. */
  problem: ProblemReport | undefined;
}

type PageReply<Row> =
  | { readonly ok: true; readonly rows: Row[]; readonly next: string | undefined }
  | { readonly ok: false; readonly problem: ProblemReport };

export interface ShelfOf<Row> {
  readonly kind: string;
  readonly ask: (cursor: string | undefined) => Promise<PageReply<Row>>;
  /** Called with the first page while more follow. */
  readonly onFirst?: (shelf: Shelf<Row>) => void;
}

export async function keptShelf<Row>(kind: string): Promise<Shelf<Row>> {
  const stored = await readStored(keyOf(kind));
  const isOurs = isRecord(stored) && stored['shape'] === SHAPE && Array.isArray(stored['rows']);
  if (!isOurs) return { rows: [], at: 0, problem: undefined };
  return { rows: stored['rows'] as Row[], at: Number(stored['at']), problem: undefined };
}

/** The whole shelf; without an answer the kept one, with the problem beside it. */
export async function openShelf<Row>({ kind, ask, onFirst }: ShelfOf<Row>): Promise<Shelf<Row>> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const reply = await ask(cursor);
    // Half a shelf is none: what is kept is whole, so it is shown instead.
    if (!reply.ok) return { ...(await keptShelf<Row>(kind)), problem: reply.problem };
    rows.push(...reply.rows);
    cursor = reply.next;
    if (cursor === undefined) break;
    if (page === 0) onFirst?.({ rows: [...rows], at: now(), problem: undefined });
  }
  const at = now();
  await writeStored(keyOf(kind), { shape: SHAPE, rows, at });
  return { rows, at, problem: undefined };
}

function keyOf(kind: string): string {
  return `shelf:${kind}`;
}
