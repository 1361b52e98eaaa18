/** An invitation to a seat: what one would be, where, until when. */
import type { sessionContract } from '@domain/contract/session';
import { ROLE_WORDS } from '@domain/identity/role';
import type { ProcedureOutput } from '@domain/kernel/contract';
import { fullDayWords } from '@domain/kernel/day';
import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import { JOIN_WORDS } from '../../../../messages/join';

export type OfferRead = ProcedureOutput<(typeof sessionContract)['readOffer']>;

export interface JoinView {
  face: 'content' | 'offline' | 'problem' | 'denied';
  sentence: string;
  detail: string;
  action: string;
  role: string;
  place: string;
  until: string;
}

const NOTHING: JoinView = {
  face: 'content',
  sentence: '',
  detail: '',
  action: '',
  role: '',
  place: '',
  until: '',
};

/** What ends the invitation for good; everything else may be tried again. */
const ENDED: Readonly<Record<string, string>> = {
  NOT_FOUND: JOIN_WORDS.lost,
  VALIDATION: JOIN_WORDS.lost,
  WRONG_STATE: JOIN_WORDS.gone,
  EXPIRED: JOIN_WORDS.late,
};

export function viewOffer({ role, duty, label, endsOn }: OfferRead): JoinView {
  const title = JOIN_WORDS.titles[role] ?? ROLE_WORDS[role];
  const words = duty === undefined ? title : `${title}（${JOIN_WORDS.duties[duty]}）`;
  return { ...NOTHING, role: words, place: label, until: fullDayWords(endsOn) };
}

export function viewRefusal(problem: Pick<ProblemReport, 'code' | 'details'>, again: string): JoinView {
  const ended = ENDED[problem.code];
  if (ended !== undefined) {
    return {
      ...NOTHING,
      face: 'denied',
      sentence: ended,
      detail: JOIN_WORDS.lostDetail,
      action: JOIN_WORDS.home,
    };
  }
  const face = problem.code === 'OFFLINE' ? 'offline' : 'problem';
  return { ...NOTHING, face, sentence: sentenceFor(problem), action: again };
}
