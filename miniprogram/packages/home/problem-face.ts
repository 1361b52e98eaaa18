/** What a page about the own home says when nothing could be brought: without network in its own words, else the cloud's. */
import type { ProblemReport } from '@domain/kernel/problem';
import { readingSentence } from '../../services/staff-page';

interface Words {
  readonly offline: string;
  readonly offlineDetail: string;
  readonly again: string;
}

export interface ProblemFace {
  face: 'offline' | 'problem';
  sentence: string;
  detail: string;
  action: string;
}

export function problemFace(problem: Pick<ProblemReport, 'code' | 'details'>, words: Words): ProblemFace {
  const { offline, offlineDetail, again } = words;
  return problem.code === 'OFFLINE'
    ? { face: 'offline', sentence: offline, detail: offlineDetail, action: again }
    : { face: 'problem', sentence: readingSentence(problem), detail: '', action: again };
}
