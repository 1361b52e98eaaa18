/** Guides under the headings of their kind; while somebody searches, the best ones first and without headings. */
import type { ShownGuide } from '@domain/contract/guide';
import { GUIDE_KIND_WORDS, GUIDE_KINDS } from '@domain/guide/guide-kind';
import { searchGuides } from '@domain/guide/guide-search';
import { GUIDE_WORDS } from '../../../../messages/services';
import type { Shelf } from '../../services/shelf';
import { CONTENT_FACE, shelfFace, staleOf, type ShelfFace } from '../../services/shelf-face';

export interface ServicesState {
  shelf: Shelf<ShownGuide>;
  query: string;
  rowsShown: number;
}

export const ROWS_A_PAGE = 20;

interface Row {
  key: string;
  /** The kind, above the first of it. */
  heading: string;
  title: string;
  detail: string;
}

export interface ServicesView extends ShelfFace {
  stale: string;
  /** What else there is makes room for what is looked for. */
  isSearching: boolean;
  rows: readonly Row[];
  more: string;
  /** Nothing fits what was typed. */
  nothing: string;
}

export function viewServices({ shelf, query, rowsShown }: ServicesState): ServicesView {
  const isSearching = query.trim() !== '';
  const found = isSearching ? searchGuides(shelf.rows, query) : inKinds(shelf.rows);
  const shown = found.slice(0, rowsShown);
  const left = found.length - shown.length;
  const { empty, emptyDetail } = GUIDE_WORDS;
  return {
    ...(shelf.rows.length > 0 ? CONTENT_FACE : shelfFace(shelf, { empty, emptyDetail })),
    stale: staleOf(shelf),
    isSearching,
    rows: shown.map((guide, at) => rowOf(guide, isSearching ? guide : shown[at - 1])),
    more: left > 0 ? GUIDE_WORDS.more(left) : '',
    nothing: found.length === 0 && isSearching ? GUIDE_WORDS.nothing(query.trim()) : '',
  };
}

function inKinds(guides: readonly ShownGuide[]): ShownGuide[] {
  return GUIDE_KINDS.flatMap((kind) => guides.filter((guide) => guide.kind === kind));
}

function rowOf({ id, kind, title, where }: ShownGuide, former: ShownGuide | undefined): Row {
  const heading = former?.kind === kind ? '' : GUIDE_KIND_WORDS[kind];
  return { key: id, heading, title, detail: where };
}
