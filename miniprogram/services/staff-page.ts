/** What every staff page asks first, whether the acting seat may be here, and what it says when there is nothing to show. */
import { ROLE_WORDS, type Role } from '@domain/identity/role';
import type { Seat } from '@domain/contract/session';
import type { ProblemReport } from '@domain/kernel/problem';
import { sentenceFor } from '@domain/kernel/problem';
import { momentWords } from '@domain/kernel/day';
import { STAFF_WORDS } from '../messages/staff';
import { SEAT_PAGES } from './workspace';
import { knownSession, openSession, seatOf, type Session } from './session';
import { whileWaiting } from './waiting';

/** content: the page itself · else one sentence and one way on. */
type StaffFace = 'content' | 'empty' | 'problem' | 'offline' | 'denied' | 'done';

export interface FaceView {
  face: StaffFace;
  sentence: string;
  detail: string;
  action: string;
}

export const CONTENT: FaceView = { face: 'content', sentence: '', detail: '', action: '' };

interface StaffOpening {
  session: Session;
  /** Undefined: the acting seat is none of these roles. */
  seat: Seat | undefined;
}

type OpenPage = Parameters<typeof whileWaiting>[0] & {
  readonly route: string;
  readonly options: Readonly<Record<string, string>>;
};

/** Why the page that was opened last could not ask who this is. */
let unanswered: ProblemReport | undefined;

/** A phone that knows its seats asks nothing; one that was opened by a link asks who this is, and says that it waits. */
export async function openStaffPage(roles: readonly Role[]): Promise<StaffOpening> {
  let session = await knownSession();
  unanswered = undefined;
  if (session.seats.length === 0) {
    const page = pageInSight();
    const asking = openSession();
    ({ session, problem: unanswered } = await (page ? whileWaiting(page, asking) : asking));
  }
  const seat = seatOf(session);
  return { session, seat: seat !== undefined && roles.includes(seat.role) ? seat : undefined };
}

function pageInSight(): OpenPage | undefined {
  return getCurrentPages().slice(-1)[0] as OpenPage | undefined;
}

/** Somebody else's page; where nobody could be asked whose it is, that alone is said. */
export function deniedFace(roles: readonly Role[]): FaceView {
  if (unanswered !== undefined) return faceOf(unanswered);
  const words = roles.map((role) => ROLE_WORDS[role]).join('、');
  return {
    face: 'denied',
    sentence: STAFF_WORDS.denied(words),
    detail: STAFF_WORDS.deniedDetail,
    action: STAFF_WORDS.toMy,
  };
}

/** The seat is this person's, and one thing is missing: a signature, a bound phone, the PIN. */
function readyFace({ code, details }: Pick<ProblemReport, 'code' | 'details'>): FaceView | undefined {
  const { pledge, device, pin } = STAFF_WORDS.ready;
  const words = { pledge, device, pin }[code === 'PLEDGE_REQUIRED' ? 'pledge' : String(details['lacks'])];
  return words && { face: 'denied', sentence: words.sentence, detail: '', action: words.action };
}

/** Of a page that keeps what it showed: without network it was never open on this phone. */
export function keptFaceOf(problem: Pick<ProblemReport, 'code' | 'details'>): FaceView {
  const face = faceOf(problem);
  if (face.face !== 'offline') return face;
  return { ...face, sentence: STAFF_WORDS.offlineKept, detail: STAFF_WORDS.offlineKeptDetail };
}

/** Why something could not be read: nothing was handed in, so nothing is to be filled in again. */
export function readingSentence(problem: Pick<ProblemReport, 'code' | 'details'>): string {
  if (problem.code === 'OFFLINE') return STAFF_WORDS.offline;
  const isPassing = problem.code === 'DEPENDENCY_UNAVAILABLE' || problem.code === 'INTERNAL';
  return isPassing ? STAFF_WORDS.problem : sentenceFor(problem);
}

/** The page cannot show anything, not even something old. */
export function faceOf(problem: Pick<ProblemReport, 'code' | 'details'>): FaceView {
  const { code } = problem;
  if (code === 'OFFLINE') {
    return { face: 'offline', sentence: STAFF_WORDS.offline, detail: '', action: STAFF_WORDS.again };
  }
  if (code === 'NOT_FOUND') {
    const { lost, lostDetail, back } = STAFF_WORDS;
    return { face: 'denied', sentence: lost, detail: lostDetail, action: back };
  }
  const sentence = readingSentence(problem);
  const ready = readyFace(problem);
  if (ready !== undefined) return ready;
  if (code === 'FORBIDDEN') return { face: 'denied', sentence, detail: '', action: STAFF_WORDS.toMy };
  return { face: 'problem', sentence, detail: '', action: STAFF_WORDS.again };
}

/** Above old content; empty when it is new. */
export function staleWords(problem: ProblemReport | undefined, at: number): string {
  if (problem === undefined) return '';
  if (problem.code === 'OFFLINE') return STAFF_WORDS.stale(momentWords(at));
  const isUnanswered = problem.code === 'DEPENDENCY_UNAVAILABLE';
  return isUnanswered ? STAFF_WORDS.staleUnanswered(momentWords(at)) : sentenceFor(problem);
}

/** The way on that a face offers; `again` is the page's own. */
export function goFrom({ action }: Pick<FaceView, 'action'>, again: () => void): void {
  if (action === STAFF_WORDS.toMy) void wx.switchTab({ url: '/pages/my/my' });
  else if (action === STAFF_WORDS.back) leavePage();
  else if (action === STAFF_WORDS.ready.pledge.action) void wx.navigateTo({ url: SEAT_PAGES.pledge });
  else if (action === STAFF_WORDS.ready.device.action) void wx.navigateTo({ url: SEAT_PAGES.device });
  else if (action === STAFF_WORDS.ready.pin.action) void wx.navigateTo({ url: `${SEAT_PAGES.device}?pin=1` });
  else if (unanswered !== undefined) openAnew();
  else again();
}

/** The same page from its beginning, which asks again who this is. */
function openAnew(): void {
  const { route = '', options = {} } = pageInSight() ?? {};
  const query = Object.entries(options).map(([name, value]) => `${name}=${value}`);
  void wx.redirectTo({ url: `/${route}?${query.join('&')}` });
}

/** Back where the person came from; a page opened by a link has no such place and goes to 我的. */
export function leavePage(): void {
  if (getCurrentPages().length > 1) void wx.navigateBack();
  else void wx.switchTab({ url: '/pages/my/my' });
}
