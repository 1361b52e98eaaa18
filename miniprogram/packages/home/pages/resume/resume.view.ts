/** What became of a form or a draft elsewhere, in one sentence, and the one or two ways on. */
import type { Plate } from '@domain/census/door';
import { sentenceFor, type ProblemReport } from '@domain/kernel/problem';
import { RESUME_WORDS as WORDS } from '../../../../messages/household';
import type { Standing } from './standing';

export type ResumeFace = Exclude<Standing['kind'], 'open'> | 'notice' | 'aloud' | 'settled' | 'gone';

/** goOn: the draft, in the place of the form that waits now · newest: that form, and not the draft · correct: the draft, for the household. */
export type Way =
  | 'goOn'
  | 'newest'
  | 'correct'
  | 'household'
  | 'entry'
  | 'invitation'
  | 'agree'
  | 'notice'
  | 'again'
  | 'home';

export interface ResumeView extends Plate {
  face: 'waiting' | 'done' | 'problem' | 'offline';
  sentence: string;
  detail: string;
  action: string;
  second: string;
  ways: readonly [Way, Way];
}

type Said = Omit<ResumeView, keyof Plate>;

function said(face: Said['face'], [sentence, detail]: readonly [string, string], ...ways: Way[]): Said {
  const [first = 'home', second = 'home'] = ways;
  return { face, sentence, detail, action: '', second: '', ways: [first, second] };
}

function alone(face: ResumeFace): Said {
  const saidAlone: Readonly<Record<ResumeFace, Said>> = {
    notice: {
      ...said('waiting', [WORDS.notice, WORDS.noticeDetail], 'agree', 'notice'),
      action: WORDS.agree,
      second: WORDS.readNotice,
    },
    already: {
      ...said('waiting', [WORDS.already, WORDS.alreadyDetail], 'goOn', 'newest'),
      action: WORDS.goOn,
      second: WORDS.newest,
    },
    replaced: {
      ...said('waiting', [WORDS.replaced, WORDS.replacedDetail], 'goOn', 'newest'),
      action: WORDS.goOn,
      second: WORDS.newest,
    },
    handedIn: {
      ...said('done', [WORDS.handedIn, WORDS.handedInDetail], 'invitation'),
      action: WORDS.toInvitation,
    },
    confirmed: {
      ...said('done', [WORDS.confirmed, WORDS.confirmedDetail], 'household'),
      action: WORDS.toHousehold,
    },
    settled: { ...said('done', [WORDS.confirmed, WORDS.settledDetail]), action: WORDS.home },
    returned: { ...said('problem', [WORDS.returned, WORDS.returnedDetail], 'entry'), action: WORDS.toEntry },
    over: { ...said('problem', [WORDS.over, WORDS.returnedDetail], 'entry'), action: WORDS.toEntry },
    aloud: { ...said('waiting', [WORDS.aloud, WORDS.aloudDetail]), action: WORDS.home },
    gone: { ...said('problem', [WORDS.gone, WORDS.goneDetail]), action: WORDS.home },
  };
  return saidAlone[face];
}

/** Where something was typed on this phone, it is said that it is still there, and where it goes. */
function withTyped(face: ResumeFace): Said {
  const base = alone(face);
  if (face === 'returned' || face === 'over') return { ...base, detail: WORDS.returnedTyped };
  if (face !== 'confirmed') return base;
  return {
    ...base,
    detail: WORDS.confirmedTyped,
    action: WORDS.correct,
    second: WORDS.letGo,
    ways: ['correct', 'household'],
  };
}

const NO_PLATE: Plate = { compound: '', line: '' };

export function viewResume(face: ResumeFace, plate: Plate | undefined, isTyped: boolean): ResumeView {
  return { ...(plate ?? NO_PLATE), ...(isTyped ? withTyped(face) : alone(face)) };
}

export function viewProblem(problem: Pick<ProblemReport, 'code' | 'details'>): ResumeView {
  const isOffline = problem.code === 'OFFLINE';
  const words = isOffline
    ? ([WORDS.offline, WORDS.offlineDetail] as const)
    : ([sentenceFor(problem), ''] as const);
  return {
    ...NO_PLATE,
    ...said(isOffline ? 'offline' : 'problem', words, 'again', 'home'),
    action: WORDS.again,
    second: WORDS.home,
  };
}
