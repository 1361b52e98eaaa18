/** A certificate's lines, own with its code or somebody's behind a code; both are the same lines. */
import { CERTIFICATE_TITLES, certificateLines, type CertificateLine } from '@domain/certificate/certificate';
import type { CertificateFacts } from '@domain/certificate/certificate-facts';
import type { ProblemReport } from '@domain/kernel/problem';
import { CERTIFICATE_WORDS, GUIDE_WORDS } from '../../../../messages/services';
import { CONTENT_FACE, type ShelfFace } from '../../services/shelf-face';
import { readingSentence } from '../../../../services/staff-page';

export interface CertificateState {
  /** own: the paper of the reader · check: somebody types a code. */
  mode: 'own' | 'check';
  facts: CertificateFacts | undefined;
  code: string;
  problem: ProblemReport | undefined;
  /** What is wrong with the code that was typed. */
  codeProblem: string;
}

export interface CertificateView extends ShelfFace {
  isOwn: boolean;
  title: string;
  detail: string;
  lines: readonly CertificateLine[];
  code: string;
  codeProblem: string;
}

export function viewCertificate(state: CertificateState): CertificateView {
  const { mode, facts, code, codeProblem } = state;
  const isOwn = mode === 'own';
  return {
    ...(isOwn && facts === undefined ? faceOf(state) : CONTENT_FACE),
    isOwn,
    title: facts === undefined ? '' : CERTIFICATE_TITLES[facts.kind],
    ...(facts === undefined ? {} : { detail: detailOf(facts, isOwn) }),
    lines: facts === undefined ? [] : certificateLines(facts),
    code,
    codeProblem,
  };
}

function detailOf({ holder }: CertificateFacts, isOwn: boolean): string {
  const { ownDetail, ownNoName, nameNote } = CERTIFICATE_WORDS;
  if (holder === '') return isOwn ? ownNoName : '';
  return isOwn ? ownDetail : nameNote;
}

/** The own paper could not be brought. */
function faceOf({ problem }: CertificateState): ShelfFace {
  if (problem === undefined) return CONTENT_FACE;
  if (problem.code === 'NOT_FOUND' || problem.code === 'FORBIDDEN') {
    const { lost, lostDetail, toHome } = CERTIFICATE_WORDS;
    return { face: 'empty', sentence: lost, detail: lostDetail, action: toHome };
  }
  const face = problem.code === 'OFFLINE' ? 'offline' : 'problem';
  return { face, sentence: readingSentence(problem), detail: '', action: GUIDE_WORDS.again };
}
