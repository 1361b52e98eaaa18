/** One's own doings in four parts: what waits for this person stands on top, each row says its state and its next step. */
import type { SignedUp } from '@domain/contract/activity';
import type { OwnIssue } from '@domain/contract/issue';
import type { OwnHours, Standing } from '@domain/contract/volunteer';
import type { OwnWish } from '@domain/contract/wish-views';
import { stageOf } from '@domain/issue/issue-state';
import { dayWords } from '@domain/kernel/day';
import type { ProblemReport } from '@domain/kernel/problem';
import { minutesWords } from '@domain/volunteer/service-hours';
import { isClosedWish, isInHand } from '@domain/wish/wish-state';
import { whenWords } from '../../../../messages/activity-parts';
import { standingNote, standingWords } from '../../../../messages/activity-standing';
import { HOURS_SOURCE_WORDS, HOURS_STATE_WORDS } from '../../../../messages/helping';
import { NEIGHBOUR_STATES } from '../../../../messages/issue';
import { OWN_STANDING_WORDS, OWN_WORDS } from '../../../../messages/own';
import { headOfWish, WISH_STANDS } from '../../../../messages/wish';
import { CONTENT, faceOf, type FaceView } from '../../../../services/staff-page';
import type { WayHome } from '../../../../services/way-home';

/** A wish with the side on which this person stands. */
export type HeldWish = OwnWish & { readonly isClaimed: boolean };

/** A part is undefined until it came, and where this person has no seat for it. */
export interface OwnState {
  /** Of somebody who has no seat here: to a home, or to the form that waits. */
  way: WayHome | undefined;
  activities: readonly SignedUp[] | undefined;
  next: string | undefined;
  wishes: readonly HeldWish[] | undefined;
  issues: readonly OwnIssue[] | undefined;
  hours: { standing?: Standing | undefined; grantedMinutes: number; hours: readonly OwnHours[] } | undefined;
  /** Why a part could not be brought. */
  problem: Pick<ProblemReport, 'code' | 'details'> | undefined;
}

export const NOTHING_READ: OwnState = {
  way: undefined,
  activities: undefined,
  next: undefined,
  wishes: undefined,
  issues: undefined,
  hours: undefined,
  problem: undefined,
};

export type PartKey = keyof typeof OWN_WORDS.sections;

interface Row {
  key: string;
  title: string;
  state: string;
  notes: readonly string[];
  isTurn: boolean;
}

interface Part {
  key: PartKey;
  title: string;
  /** Said of the whole part; '' where there is nothing to say. */
  note: string;
  rows: readonly Row[];
  empty: string;
  action: string;
  hasMore: boolean;
}

export interface OwnView extends FaceView {
  /** Above what is shown, where some of it could not be brought. */
  notice: string;
  parts: readonly Part[];
}

/** Of what has a page of its own the first few. */
const SHOWN = 3;

/** What waits for this person comes first, what is over last; else as it came. */
function inOrder<Thing>(things: readonly Thing[], weigh: (thing: Thing) => number): Thing[] {
  return [...things].sort((one, other) => weigh(one) - weigh(other));
}

const TURN = 0;
const OPEN = 1;
const OVER = 2;

const said = (...words: readonly string[]): string[] => words.filter((word) => word !== '');

function weighActivity({ state, own }: SignedUp): number {
  if (state !== 'published') return OVER;
  if (own.phase === 'offered') return TURN;
  return own.phase === 'placed' || own.phase === 'waiting' ? OPEN : OVER;
}

function activityRow(activity: SignedUp): Row {
  const { id, title, place, state, own } = activity;
  const isHidden = title === '';
  return {
    key: id,
    title: isHidden ? OWN_WORDS.hidden : title,
    state: isHidden ? '' : standingWords({ state, own }),
    notes: isHidden ? [] : said(whenWords(activity), place, standingNote(own)),
    isTurn: weighActivity(activity) === TURN,
  };
}

function weighWish({ state, isClaimed, isMine, story }: HeldWish): number {
  const isAsked = isClaimed
    ? state === 'claimed' || state === 'underway'
    : state === 'returned' || (isMine && (state === 'done' || story === 'asked'));
  if (isAsked) return TURN;
  return isClosedWish(state) ? OVER : OPEN;
}

function standOf({ isClaimed, isMine }: HeldWish): keyof typeof WISH_STANDS {
  if (isClaimed) return 'claimant';
  return isMine ? 'maker' : 'helper';
}

function wishRow(wish: HeldWish): Row {
  const { id, state, reason, dueOn } = wish;
  return {
    key: `${id}${String(wish.isClaimed)}`,
    title: headOfWish(wish),
    state: WISH_STANDS[standOf(wish)][state],
    notes: said(
      reason === undefined ? '' : OWN_WORDS.said(reason),
      dueOn !== undefined && isInHand(state) ? OWN_WORDS.wanted(dayWords(dueOn)) : '',
    ),
    isTurn: weighWish(wish) === TURN,
  };
}

function weighIssue({ state }: OwnIssue): number {
  const stage = stageOf(state);
  if (stage === 'reporter' || stage === 'unanswered') return TURN;
  return stage === 'ended' ? OVER : OPEN;
}

function issueRow(issue: OwnIssue): Row {
  const { id, text, state, dueOn } = issue;
  const weight = weighIssue(issue);
  return {
    key: id,
    title: text,
    state: NEIGHBOUR_STATES[state],
    notes: said(
      dueOn !== undefined && weight === OPEN ? OWN_WORDS.due(dayWords(dueOn)) : '',
      weight === TURN ? OWN_WORDS.solved : '',
    ),
    isTurn: weight === TURN,
  };
}

function hoursRow({ id, title, source, state, minutes, day }: OwnHours): Row {
  return {
    key: id,
    title: title === '' ? HOURS_SOURCE_WORDS[source] : title,
    state: HOURS_STATE_WORDS[state],
    notes: [`${minutesWords(minutes)} · ${dayWords(day)}`],
    isTurn: false,
  };
}

function partOf(key: PartKey, rows: readonly Row[], more: Partial<Part> = {}): Part {
  const { title, empty, action } = OWN_WORDS.sections[key];
  return {
    key,
    title,
    note: '',
    rows,
    empty: rows.length === 0 ? empty : '',
    action,
    hasMore: false,
    ...more,
  };
}

function hoursPart({ standing, grantedMinutes, hours }: NonNullable<OwnState['hours']>): Part {
  const total = grantedMinutes === 0 ? '' : OWN_WORDS.served(minutesWords(grantedMinutes));
  const stand = standing === undefined ? '' : OWN_STANDING_WORDS[standing.state];
  return partOf('hours', hours.slice(0, SHOWN).map(hoursRow), { note: said(stand, total).join('；') });
}

function partsOf({ activities, next, wishes, issues, hours }: OwnState): Part[] {
  const hasMore = next !== undefined;
  return [
    activities && partOf('activities', inOrder(activities, weighActivity).map(activityRow), { hasMore }),
    wishes && partOf('wishes', inOrder(wishes, weighWish).slice(0, SHOWN).map(wishRow)),
    issues && partOf('issues', inOrder(issues, weighIssue).slice(0, SHOWN).map(issueRow)),
    hours && hoursPart(hours),
  ].filter((part) => part !== undefined);
}

function emptyFace({ way }: OwnState): FaceView {
  const { empty, emptyDetail, toActivities } = OWN_WORDS;
  const { sentence, detail, action } = way ?? {
    sentence: empty,
    detail: emptyDetail,
    action: toActivities,
  };
  return { face: 'empty', sentence, detail, action };
}

export function viewOwn(state: OwnState): OwnView {
  const { problem, way } = state;
  const parts = partsOf(state);
  const isEmpty = parts.every(({ rows, note }) => rows.length === 0 && note === '');
  if (isEmpty) {
    const face = problem === undefined ? emptyFace(state) : faceOf(problem);
    return { ...face, notice: '', parts: [] };
  }
  return {
    ...CONTENT,
    notice: problem === undefined ? '' : faceOf(problem).sentence,
    parts: way === undefined ? parts : parts.filter(({ empty }) => empty === ''),
  };
}
