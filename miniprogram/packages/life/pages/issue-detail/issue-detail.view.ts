/** One released issue: what, where, until when, and every step that was taken. */
import type { issueContract, PublicIssue } from '@domain/contract/issue';
import { NEIGHBOUR_STEPS } from '@domain/issue/issue-step';
import { dayWords } from '@domain/kernel/day';
import type { ProblemReport } from '@domain/kernel/problem';
import { BOARD_WORDS } from '../../../../messages/issue';
import type { ProcedureOutput } from '@domain/kernel/contract';
import { CONTENT, faceOf, type FaceView } from '../../../../services/staff-page';
import { stepLines, type StepLine } from '../../../../messages/issue-steps';
import { boardCard, type BoardCard } from '../../services/issue-views';

export type Released = ProcedureOutput<(typeof issueContract)['readReleased']> & PublicIssue;

export interface DetailView extends FaceView {
  card: BoardCard | null;
  plan: readonly { key: string; words: string }[];
  steps: readonly StepLine[];
  pictures: readonly string[];
}

const NO_DETAIL: DetailView = { ...CONTENT, card: null, plan: [], steps: [], pictures: [] };

export function viewDetail(issue: Released): DetailView {
  return {
    ...NO_DETAIL,
    card: boardCard(issue),
    plan: issue.milestones.map(({ words, dueOn, doneOn }, at) => ({
      key: String(at),
      words: `${words === '' ? BOARD_WORDS.milestone(at + 1) : words}：${doneOn === undefined ? `${dayWords(dueOn)}前` : `${dayWords(doneOn)}办好了`}`,
    })),
    steps: stepLines(issue.history, NEIGHBOUR_STEPS),
    pictures: issue.shownPictures,
  };
}

/** What is not on the board, or no longer, is nobody's mistake. */
export function lostFace(problem: Pick<ProblemReport, 'code' | 'details'>): DetailView {
  const { lost, lostDetail, toBoard } = BOARD_WORDS;
  if (problem.code !== 'NOT_FOUND') return { ...NO_DETAIL, ...faceOf(problem) };
  return { ...NO_DETAIL, face: 'empty', sentence: lost, detail: lostDetail, action: toBoard };
}
