/** One guide, in the order in which somebody who sets out needs it. */
import type { ShownGuide } from '@domain/contract/guide';
import { dialWords, guideParts, type Part } from '../../../../messages/guide-parts';
import { GUIDE_WORDS } from '../../../../messages/services';
import type { Shelf } from '../../services/shelf';
import { CONTENT_FACE, shelfFace, staleOf, type ShelfFace } from '../../services/shelf-face';

export interface DetailView extends ShelfFace {
  stale: string;
  title: string;
  of: string;
  parts: readonly Part[];
  phone: string;
  dial: string;
}

const NOTHING = { stale: '', title: '', of: '', parts: [], phone: '', dial: '' };

export function viewDetail(shelf: Shelf<ShownGuide>, id: string): DetailView {
  const guide = shelf.rows.find((one) => one.id === id);
  if (guide === undefined) return { ...NOTHING, ...lostFace(shelf) };
  const { title, community, phone } = guide;
  return {
    ...CONTENT_FACE,
    stale: staleOf(shelf),
    title,
    of: community === '' ? '' : GUIDE_WORDS.of(community),
    parts: guideParts(guide),
    phone,
    dial: dialWords(phone),
  };
}

function lostFace(shelf: Shelf<ShownGuide>): ShelfFace {
  const { lost, lostDetail, toList } = GUIDE_WORDS;
  if (shelf.problem !== undefined) return shelfFace(shelf, { empty: lost, emptyDetail: lostDetail });
  return { face: 'empty', sentence: lost, detail: lostDetail, action: toList };
}
