/** One released issue: what, where, until when, and every step that was taken. */
import type { issueContract, PublicIssue } from '@domain/contract/issue';
import { stageOf } from '@domain/issue/issue-state';
import { NEIGHBOUR_STEPS } from '@domain/issue/issue-step';
import type { ProblemReport } from '@domain/kernel/problem';
import { BOARD_WORDS } from '../../../../messages/issue';
import type { ProcedureOutput } from '@domain/kernel/contract';
import { CONTENT, faceOf, type FaceView } from '../../../../services/staff-page';
import { stepLines, type StepLine } from '../../../../messages/issue-steps';
import { boardCard, planLines, type BoardCard, type PlanLine } from '../../services/issue-views';

export type Released = ProcedureOutput<(typeof issueContract)['readReleased']> & PublicIssue;

export interface DetailView extends FaceView {
  card: BoardCard | null;
  /** That one is in already; '' for everybody else. */
  mine: string;
  /** What has ended moves no more. */
  mayFollow: boolean;
  mayStop: boolean;
  plan: readonly PlanLine[];
  steps: readonly StepLine[];
  pictures: readonly string[];
}

const NO_DETAIL: DetailView = {
  ...CONTENT,
  card: null,
  mine: '',
  mayFollow: false,
  mayStop: false,
  plan: [],
  steps: [],
  pictures: [],
};

export function viewDetail(issue: Released): DetailView {
  const hasEnded = stageOf(issue.state) === 'ended';
  return {
    ...NO_DETAIL,
    card: boardCard(issue),
    mine: hasEnded ? BOARD_WORDS.mineEnded[issue.mine] : BOARD_WORDS.mine[issue.mine],
    mayFollow: issue.mine === 'no' && !hasEnded,
    mayStop: issue.mine === 'follows' && !hasEnded,
    plan: planLines(issue.milestones),
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
