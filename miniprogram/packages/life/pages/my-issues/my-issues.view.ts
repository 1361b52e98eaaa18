/** What the person reported: what waits for their word first, else the newest; the question stands above the history. */
import type { OwnIssue } from '@domain/contract/issue';
import { MY_ISSUES_WORDS } from '../../../../messages/my-issues';
import { CONTENT, type FaceView } from '../../../../services/staff-page';
import { isAsking, ownCard, type OwnCard } from '../../services/issue-views';

export interface MyIssuesView extends FaceView {
  cards: readonly OwnCard[];
  hasMore: boolean;
}

export const NO_ISSUES: MyIssuesView = { ...CONTENT, cards: [], hasMore: false };

/** `unfolded`: issues whose whole history is shown. */
export function viewMyIssues(
  issues: readonly OwnIssue[],
  next: string | undefined,
  unfolded: readonly string[] = [],
): MyIssuesView {
  const { empty, emptyDetail, say } = MY_ISSUES_WORDS;
  if (issues.length === 0) {
    return { ...NO_ISSUES, face: 'empty', sentence: empty, detail: emptyDetail, action: say };
  }
  return {
    ...NO_ISSUES,
    cards: [...issues.filter(isAsking), ...issues.filter((issue) => !isAsking(issue))].map((issue) =>
      ownCard(issue, unfolded.includes(issue.id)),
    ),
    hasMore: next !== undefined,
  };
}
