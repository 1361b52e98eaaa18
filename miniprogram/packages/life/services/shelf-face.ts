/** What a page of public things says when it has nothing to show, and above what is old. */
import { momentWords } from '@domain/kernel/day';
import { sentenceFor } from '@domain/kernel/problem';
import { GUIDE_WORDS } from '../../../messages/services';
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

/** For a shelf without rows: nothing was ever put there, or it could not be brought. */
export function shelfFace(
  { problem }: Pick<Shelf<unknown>, 'problem'>,
  { empty, emptyDetail }: EmptyWords,
): ShelfFace {
  const { again, offline, offlineDetail } = GUIDE_WORDS;
  if (problem === undefined) return { face: 'empty', sentence: empty, detail: emptyDetail, action: again };
  if (problem.code === 'OFFLINE') {
    return { face: 'offline', sentence: offline, detail: offlineDetail, action: again };
  }
  return { face: 'problem', sentence: sentenceFor(problem), detail: '', action: again };
}

/** Above rows that are not of now; empty where they are, or there are none. */
export function staleOf({ rows, problem, at }: Shelf<unknown>): string {
  if (problem === undefined || rows.length === 0) return '';
  return problem.code === 'OFFLINE' ? GUIDE_WORDS.stale(momentWords(at)) : sentenceFor(problem);
}
