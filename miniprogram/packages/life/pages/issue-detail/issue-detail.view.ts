/** One released issue: what, where, until when, and every step that was taken. */
import type { issueContract, PublicIssue } from '@domain/contract/issue';
import { dayWords } from '@domain/kernel/day';
import type { ProcedureOutput } from '@domain/kernel/contract';
import { CONTENT, type FaceView } from '../../../../services/staff-page';
import { stepLines, type StepLine } from '../../../../messages/issue-steps';
import { boardCard, type BoardCard } from '../../services/issue-views';

export type Released = ProcedureOutput<(typeof issueContract)['readReleased']> & PublicIssue;

export interface DetailView extends FaceView {
  card: BoardCard | null;
  plan: readonly { key: string; words: string }[];
  steps: readonly StepLine[];
  pictures: readonly string[];
}

export const NO_DETAIL: DetailView = { ...CONTENT, card: null, plan: [], steps: [], pictures: [] };

export function viewDetail(issue: Released): DetailView {
  return {
    ...NO_DETAIL,
    card: boardCard(issue),
    plan: issue.milestones.map(({ words, dueOn, doneOn }, at) => ({
      key: String(at),
      words: `${words}：${doneOn === undefined ? `${dayWords(dueOn)}前` : `${dayWords(doneOn)}办好了`}`,
    })),
    steps: stepLines(issue.history),
    pictures: issue.shownPictures,
  };
}
