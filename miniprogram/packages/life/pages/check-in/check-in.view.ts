/** Coming to an activity and going again: what the code does at this moment, and what the time was worth. */
import { mayCheckIn, settlesAt } from '@domain/activity/attendance';
import { dayOf, dayWords, minuteOf } from '@domain/kernel/day';
import type { ProblemReport } from '@domain/kernel/problem';
import { minutesWords } from '@domain/volunteer/service-hours';
import { ACTIVITY_WORDS, CHECK_IN_WORDS } from '../../../../messages/activity';
import { whenWords } from '../../../../messages/activity-parts';
import { CONTENT_FACE, faceWithoutRows, type ShelfFace } from '../../services/shelf-face';
import type { Shown } from '../activity-detail/activity-detail.view';

export interface Coming extends Shown {
  /** Whether the time counts as service: a volunteer's does. */
  readonly isService: boolean;
}

export interface CheckInView extends ShelfFace {
  title: string;
  when: string;
  place: string;
  standing: string;
  note: string;
  act: 'checkin' | 'checkout' | '';
  main: string;
  isDone: boolean;
}

const NOTHING: CheckInView = {
  ...CONTENT_FACE,
  title: '',
  when: '',
  place: '',
  standing: '',
  note: '',
  act: '',
  main: '',
  isDone: false,
};

export function lostCheckIn(problem: ProblemReport | undefined): CheckInView {
  const { lost: empty, lostDetail: emptyDetail } = ACTIVITY_WORDS;
  const isLost = problem === undefined || problem.code === 'NOT_FOUND';
  return {
    ...NOTHING,
    ...faceWithoutRows({ problem: isLost ? undefined : problem }, { empty, emptyDetail }),
    ...(isLost ? { action: CHECK_IN_WORDS.toActivities } : {}),
  };
}

/** One sentence, and the way to the activity. */
function noWay(sentence: string, detail: string): CheckInView {
  return { ...NOTHING, face: 'empty', sentence, detail, action: CHECK_IN_WORDS.toActivity };
}

type Words = Pick<CheckInView, 'standing' | 'note' | 'act' | 'main' | 'isDone'>;

function goneWords({ own, isService }: Coming): Words {
  const minutes = minutesWords(own?.minutes ?? 0);
  return {
    standing: own?.outAt === 0 ? CHECK_IN_WORDS.settled : CHECK_IN_WORDS.gone(minuteOf(own?.outAt ?? 0)),
    note: isService ? CHECK_IN_WORDS.served(minutes) : CHECK_IN_WORDS.attended(minutes),
    act: '',
    main: '',
    isDone: true,
  };
}

function insideWords({ activity, own }: Coming): Words {
  const planned = (activity.endAt - activity.startAt) / 60_000;
  return {
    standing: CHECK_IN_WORDS.inside(minuteOf(own?.inAt ?? 0)),
    note: CHECK_IN_WORDS.most(minutesWords(planned + activity.allowanceMinutes)),
    act: 'checkout',
    main: ACTIVITY_WORDS.checkout,
    isDone: false,
  };
}

const OUTSIDE: Words = {
  standing: CHECK_IN_WORDS.here,
  note: CHECK_IN_WORDS.how,
  act: 'checkin',
  main: ACTIVITY_WORDS.checkin,
  isDone: false,
};

/** Why nobody checks in or out now; undefined where somebody may. */
function hindrance({ activity, own }: Coming, now: number): CheckInView | undefined {
  if (activity.state === 'cancelled') return noWay(ACTIVITY_WORDS.cancelled, '');
  if (own?.phase !== 'placed') return noWay(CHECK_IN_WORDS.notPlaced, CHECK_IN_WORDS.notPlacedDetail);
  if (own.minutes !== undefined) return undefined;
  const isOver = own.inAt > 0 ? now > settlesAt(activity) : now > activity.endAt;
  if (isOver || activity.state !== 'published') return noWay(ACTIVITY_WORDS.over, CHECK_IN_WORDS.overDetail);
  if (own.inAt > 0 || mayCheckIn(activity, now)) return undefined;
  return noWay(
    CHECK_IN_WORDS.early,
    CHECK_IN_WORDS.earlyDetail(`${dayWords(dayOf(activity.startAt))} ${minuteOf(activity.startAt)}`),
  );
}

function wordsOf(coming: Coming): Words {
  const { own } = coming;
  if (own?.minutes !== undefined) return goneWords(coming);
  return own !== undefined && own.inAt > 0 ? insideWords(coming) : OUTSIDE;
}

export function viewCheckIn(coming: Coming, now: number): CheckInView {
  const hindered = hindrance(coming, now);
  if (hindered !== undefined) return hindered;
  const { activity } = coming;
  const { title, place } = activity;
  return { ...NOTHING, title, when: whenWords(activity), place, ...wordsOf(coming) };
}
