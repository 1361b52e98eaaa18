/** What a page of public things says when it has nothing to show, and above what is old. */
import { momentWords } from '@domain/kernel/day';
import { GUIDE_WORDS } from '../../../messages/services';
import { readingSentence } from '../../../services/staff-page';
import type { Shelf } from './shelf';

export interface ShelfFace {
  face: 'content' | 'empty' | 'offline' | 'problem';
  sentence: string;
  detail: string;
  action: string;
}

export const CONTENT_FACE: ShelfFace = { face: 'content', sentence: '', detail: '', action: '' };

interface EmptyWords {
  readonly empty: string;
  readonly emptyDetail: string;
}

/** For a page without rows: nothing was ever put there, or it could not be brought. */
export function faceWithoutRows(
  { problem }: Pick<Shelf<unknown>, 'problem'>,
  { empty, emptyDetail }: EmptyWords,
): ShelfFace {
  const { again, look, offline } = GUIDE_WORDS;
  if (problem === undefined) return { face: 'empty', sentence: empty, detail: emptyDetail, action: look };
  if (problem.code === 'OFFLINE') return { face: 'offline', sentence: offline, detail: '', action: again };
  return { face: 'problem', sentence: readingSentence(problem), detail: '', action: again };
}

/** The same of a page that keeps its rows: without network it was never open on this phone. */
export function shelfFace(shelf: Pick<Shelf<unknown>, 'problem'>, words: EmptyWords): ShelfFace {
  const face = faceWithoutRows(shelf, words);
  if (face.face !== 'offline') return face;
  return { ...face, sentence: GUIDE_WORDS.offlineKept, detail: GUIDE_WORDS.offlineKeptDetail };
}

/** Above rows that are not of now; empty where they are, or there are none. */
export function staleOf({ rows, problem, at }: Shelf<unknown>): string {
  if (problem === undefined || rows.length === 0) return '';
  return problem.code === 'OFFLINE' ? GUIDE_WORDS.stale(momentWords(at)) : readingSentence(problem);
}
