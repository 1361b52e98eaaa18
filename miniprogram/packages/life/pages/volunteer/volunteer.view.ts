/** The page of somebody who helps, or would like to: where they stand in words, and the next step. */
import type { ListedTeam } from '@domain/contract/team';
import type { OwnHours, Standing } from '@domain/contract/volunteer';
import { dayWords } from '@domain/kernel/day';
import type { ProblemReport } from '@domain/kernel/problem';
import { minutesWords, nextHoursState } from '@domain/volunteer/service-hours';
import { HOURS_SOURCE_WORDS, HOURS_STATE_WORDS, TEAM_KIND_WORDS } from '../../../../messages/helping';
import { VOLUNTEER_WORDS as WORDS } from '../../../../messages/volunteer';
import { readingSentence } from '../../../../services/staff-page';
import type { WayHome } from '../../../../services/way-home';

/** Where the way on leads: what the one button of a face does. */
export type Way = 'home' | 'apply' | 'pledge' | 'call' | 'again';

interface Face {
  face: 'content' | 'empty' | 'offline' | 'problem' | 'waiting' | 'done' | 'denied';
  sentence: string;
  detail: string;
  action: string;
}

export type Part = keyof typeof WORDS.parts;

export interface VolunteerState {
  /** guest: no home here · home: a resident · pledge: approved, and nothing signed · own: a volunteer. */
  is: 'guest' | 'home' | 'pledge' | 'own';
  standing: Standing | undefined;
  problem: Pick<ProblemReport, 'code' | 'details'> | undefined;
  /** Of a guest. */
  home: WayHome;
  grantedMinutes: number;
  hours: readonly OwnHours[];
  next: string | undefined;
  /** The row that is said to be wrong. */
  disputedId: string;
  part: Part;
  teams: readonly ListedTeam[] | undefined;
  open: readonly { id: string; name: string; isAsked: boolean }[] | undefined;
}

export const NOTHING: VolunteerState = {
  is: 'guest',
  standing: undefined,
  problem: undefined,
  home: { sentence: '', detail: '', action: '', opId: '' },
  grantedMinutes: 0,
  hours: [],
  next: undefined,
  disputedId: '',
  part: 'hours',
  teams: undefined,
  open: undefined,
};

interface HoursRow {
  key: string;
  title: string;
  note: string;
  mayDispute: boolean;
  isOpen: boolean;
}

interface TeamRow {
  key: string;
  name: string;
  note: string;
}

export interface VolunteerView extends Face {
  way: Way;
  title: string;
  reason: string;
  minutes: string;
  part: Part;
  rows: readonly HoursRow[];
  hasMore: boolean;
  mayCertify: boolean;
  teams: readonly TeamRow[];
  noTeams: string;
  mayFind: boolean;
  open: readonly { key: string; name: string; mayJoin: boolean }[];
  noOpen: string;
}

const face = (name: Face['face'], words: readonly [string, string, string]): Face => ({
  face: name,
  sentence: words[0],
  detail: words[1],
  action: words[2],
});

const CONTENT = face('content', ['', '', '']);

const LOST = face('denied', [WORDS.lost, WORDS.lostDetail, WORDS.call]);

/** What a resident reads before there is a seat; what the community said stands below. */
const STANDINGS: Readonly<Record<Standing['state'] | 'none', Face>> = {
  none: face('empty', [WORDS.offer, WORDS.offerDetail, WORDS.apply]),
  applied: face('waiting', [WORDS.applied, WORDS.appliedDetail, WORDS.change]),
  returned: face('waiting', [WORDS.returned, '', WORDS.change]),
  ended: face('empty', [WORDS.ended, WORDS.endedDetail, WORDS.applyAgain]),
  approved: LOST,
  paused: LOST,
};

/** Who has no home here: what was done stays, and an offer wants a home first. */
function guestFace({ standing, home }: VolunteerState): Face & { way: Way } {
  const state = standing?.state;
  if (state === 'approved' || state === 'paused') return { ...LOST, way: 'call' };
  const { sentence, detail, action, opId } = home;
  if (opId !== '') return { ...face('waiting', [sentence, detail, action]), way: 'home' };
  const [what, why] = state === 'ended' ? [WORDS.ended, WORDS.endedGuest] : [sentence, detail];
  return { ...face('empty', [what, why, action]), way: 'home' };
}

function faceOfStanding(standing: Standing | undefined): Face & { way: Way } {
  const shown = STANDINGS[standing?.state ?? 'none'];
  const said = WORDS.said(standing?.reason ?? '');
  const detail = said === '' || shown === LOST ? shown.detail : said;
  return { ...shown, detail, way: shown === LOST ? 'call' : 'apply' };
}

function faceOf(state: VolunteerState): Face & { way: Way } {
  const { is, standing, problem } = state;
  if (problem !== undefined) {
    const isOffline = problem.code === 'OFFLINE';
    const sentence = isOffline ? WORDS.offline : readingSentence(problem);
    return { ...face(isOffline ? 'offline' : 'problem', [sentence, '', WORDS.again]), way: 'again' };
  }
  if (is === 'guest') return guestFace(state);
  if (is === 'home') return faceOfStanding(standing);
  if (is === 'pledge') {
    return { ...face('done', [WORDS.pledge, WORDS.pledgeDetail, WORDS.sign]), way: 'pledge' };
  }
  return { ...CONTENT, way: 'again' };
}

/** What is wrong is said in the volunteer's seat; later the rows are read. */
function hoursRow(row: OwnHours, { is, disputedId }: VolunteerState): HoursRow {
  const { id, title, source, day, minutes, state } = row;
  return {
    key: id,
    title: title === '' ? HOURS_SOURCE_WORDS[source] : title,
    note: [minutesWords(minutes), dayWords(day), HOURS_STATE_WORDS[state]].join(' · '),
    mayDispute: is === 'own' && nextHoursState(state, 'dispute') !== undefined,
    isOpen: id === disputedId,
  };
}

function teamRow({ id, name, kind, members, isLeader, asking }: ListedTeam): TeamRow {
  const notes = [TEAM_KIND_WORDS[kind], WORDS.members(members)];
  const lead = isLeader ? [WORDS.leads, WORDS.asking(asking)] : [];
  return { key: id, name, note: [...notes, ...lead].filter((note) => note !== '').join(' · ') };
}

function teamsOf({ teams, open }: VolunteerState) {
  return {
    teams: (teams ?? []).map(teamRow),
    noTeams: teams?.length === 0 ? WORDS.noTeams : '',
    mayFind: teams !== undefined && open === undefined,
    open: (open ?? []).map(({ id, name, isAsked }) => ({ key: id, name, mayJoin: !isAsked })),
    noOpen: open?.length === 0 ? WORDS.noOpen : '',
  };
}

export function viewVolunteer(state: VolunteerState): VolunteerView {
  const { standing, grantedMinutes, hours, next, part } = state;
  const isPaused = standing?.state === 'paused';
  return {
    ...faceOf(state),
    title: isPaused ? WORDS.states.paused : WORDS.states.approved,
    reason: isPaused ? WORDS.said(standing.reason) : '',
    minutes: grantedMinutes === 0 ? '' : WORDS.minutes(minutesWords(grantedMinutes)),
    part,
    rows: hours.map((row) => hoursRow(row, state)),
    hasMore: next !== undefined,
    mayCertify: grantedMinutes > 0,
    ...teamsOf(state),
  };
}
