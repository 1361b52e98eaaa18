/** Offices under the names of their bodies. */
import type { DirectoryEntry } from '@domain/contract/guide';
import { BODIES, BODY_WORDS } from '@domain/guide/body';
import { dialWords, officeLines } from '../../../../messages/guide-parts';
import { DIRECTORY_WORDS } from '../../../../messages/services';
import type { Shelf } from '../../services/shelf';
import { CONTENT_FACE, shelfFace, staleOf, type ShelfFace } from '../../services/shelf-face';

interface Office {
  key: string;
  /** The body, above the first of it. */
  heading: string;
  name: string;
  lines: readonly { key: string; label: string; value: string }[];
  phone: string;
  dial: string;
}

export interface DirectoryView extends ShelfFace {
  stale: string;
  offices: readonly Office[];
  more: string;
}

export const OFFICES_A_PAGE = 12;

export function viewDirectory(shelf: Shelf<DirectoryEntry>, shown: number): DirectoryView {
  const inBodies = BODIES.flatMap((body) => shelf.rows.filter((entry) => entry.body === body));
  const offices = inBodies.slice(0, shown);
  const left = inBodies.length - offices.length;
  return {
    ...(shelf.rows.length > 0 ? CONTENT_FACE : shelfFace(shelf, DIRECTORY_WORDS)),
    stale: staleOf(shelf),
    offices: offices.map((entry, at) => officeOf(entry, offices[at - 1])),
    more: left > 0 ? DIRECTORY_WORDS.more(left) : '',
  };
}

function officeOf(entry: DirectoryEntry, former: DirectoryEntry | undefined): Office {
  const { id, body, name, phone } = entry;
  return {
    key: id,
    heading: former?.body === body ? '' : BODY_WORDS[body],
    name,
    lines: officeLines(entry),
    phone,
    dial: dialWords(phone),
  };
}
