/** What a page of a team says when there is no team to show. */
import type { ProblemReport } from '@domain/kernel/problem';
import { TEAM_WORDS } from '../../../messages/team';
import { faceOf, goFrom, type FaceView } from '../../../services/staff-page';

const OWN_PAGE = '/packages/life/pages/volunteer/volunteer?part=teams';

/** Whoever left, was never let in, leads no more, or follows an old message finds no team. */
export function lostFace(problem: Pick<ProblemReport, 'code' | 'details'> | undefined): FaceView {
  const isLost = problem === undefined || ['NOT_FOUND', 'FORBIDDEN'].includes(problem.code);
  if (!isLost) return faceOf(problem);
  const { lost, lostDetail, back } = TEAM_WORDS;
  return { face: 'empty', sentence: lost, detail: lostDetail, action: back };
}

export function toOwnPage(): void {
  void wx.redirectTo({ url: OWN_PAGE });
}

export function goFromTeam(face: Pick<FaceView, 'action'>, again: () => void): void {
  if (face.action === TEAM_WORDS.back) toOwnPage();
  else goFrom(face, again);
}
