/** What was released, with the days that were promised, and the figures by compound above. */
import type { PublicIssue } from '@domain/contract/issue';
import { BOARD_WORDS } from '../../../../messages/issue';
import { CONTENT, type FaceView } from '../../../../services/staff-page';
import { boardCard, type BoardCard } from '../../services/issue-views';

export interface BoardView extends FaceView {
  figures: readonly { key: string; name: string; words: string }[];
  cards: readonly BoardCard[];
  hasMore: boolean;
}

export interface BoardState {
  issues: readonly PublicIssue[];
  compounds: readonly { id: string; name: string; open: number; solved: number }[];
  next: string | undefined;
}

export const NO_BOARD: BoardView = { ...CONTENT, figures: [], cards: [], hasMore: false };

export function viewBoard({ issues, compounds, next }: BoardState): BoardView {
  const { empty, emptyDetail, say, figure } = BOARD_WORDS;
  if (issues.length === 0) {
    return { ...NO_BOARD, face: 'empty', sentence: empty, detail: emptyDetail, action: say };
  }
  return {
    ...NO_BOARD,
    figures: compounds.map(({ id, name, open, solved }) => ({ key: id, name, words: figure(open, solved) })),
    cards: issues.map(boardCard),
    hasMore: next !== undefined,
  };
}
