/** One activity and the own place in it: one sentence that says where one stands, and one button for what comes next. */
import { mayCheckIn, settlesAt } from '@domain/activity/attendance';
import type { ListedActivity, OwnStanding } from '@domain/contract/activity';
import type { ProblemReport } from '@domain/kernel/problem';
import { ACTIVITY_WORDS } from '../../../../messages/activity';
import { activityLines } from '../../../../messages/activity-parts';
import { standingNote, standingWords } from '../../../../messages/activity-standing';
import { CONTENT_FACE, faceWithoutRows, type ShelfFace } from '../../services/shelf-face';

export interface Shown {
  readonly activity: ListedActivity & {
    readonly body: string;
    readonly state: string;
    readonly team: string;
    readonly allowanceMinutes: number;
  };
  readonly own?: OwnStanding | undefined;
  readonly isLeader: boolean;
}

export type Act = 'signup' | 'accept' | 'checkin' | 'checkout' | '';

interface Line {
  key: string;
  label: string;
  value: string;
}

export interface DetailView extends ShelfFace {
  title: string;
  body: string;
  lines: readonly Line[];
  standing: string;
  note: string;
  act: Act;
  main: string;
  mayShowCode: boolean;
  asksStars: boolean;
  stars: string;
  /** Gives the place back, or leaves the line; '' where neither is left. */
  cancel: string;
  /** What is given away now does not come back by another tap. */
  asksCancel: boolean;
}

const NOTHING: DetailView = {
  ...CONTENT_FACE,
  title: '',
  body: '',
  lines: [],
  standing: '',
  note: '',
  act: '',
  main: '',
  mayShowCode: false,
  asksStars: false,
  stars: '',
  cancel: '',
  asksCancel: false,
};

export function lostDetail(problem: ProblemReport | undefined): DetailView {
  const { lost: empty, lostDetail: emptyDetail } = ACTIVITY_WORDS;
  const isLost = problem?.code === 'NOT_FOUND';
  return {
    ...NOTHING,
    ...faceWithoutRows({ problem: isLost ? undefined : problem }, { empty, emptyDetail }),
    ...(isLost ? { action: ACTIVITY_WORDS.others } : {}),
  };
}

function isIn(own: OwnStanding | undefined): own is OwnStanding {
  return own !== undefined && own.phase !== 'cancelled' && own.phase !== 'lapsed';
}

/** Of somebody with a place: coming, or going. */
function atTheDoor(activity: Shown['activity'], own: OwnStanding, now: number): Act {
  if (own.outAt > 0) return '';
  if (own.inAt > 0) return now <= settlesAt(activity) ? 'checkout' : '';
  return mayCheckIn(activity, now) ? 'checkin' : '';
}

export interface Signup {
  who: string;
  needsGuardian: boolean;
  name: string;
  phone: string;
  guardian: string;
}

/** What is wrong, by its field. */
export type Wrong = Partial<Record<'who' | 'name' | 'phone' | 'guardian', string>>;

export function missingIn({ who, needsGuardian, name, phone, guardian }: Signup): Wrong {
  const { whoMissing, nameMissing, phoneMissing, guardianMissing } = ACTIVITY_WORDS;
  const lacks = (text: string): boolean => text.trim() === '';
  return {
    ...(who === '' ? { who: whoMissing } : {}),
    ...(who === 'own' && lacks(name) ? { name: nameMissing } : {}),
    ...(who === 'own' && lacks(phone) ? { phone: phoneMissing } : {}),
    ...(needsGuardian && lacks(guardian) ? { guardian: guardianMissing } : {}),
  };
}

/** What the person may do now. */
function actOf({ activity, own }: Shown, now: number): Act {
  if (activity.state !== 'published') return '';
  if (!isIn(own)) return now < activity.closesAt ? 'signup' : '';
  if (own.phase === 'offered') return 'accept';
  return own.phase === 'placed' ? atTheDoor(activity, own, now) : '';
}

function mainWords(act: Act, { activity }: Shown): string {
  if (act === '') return '';
  if (act === 'signup') return activity.left > 0 ? ACTIVITY_WORDS.signup : ACTIVITY_WORDS.queue;
  return ACTIVITY_WORDS[act];
}

function cancelWords({ activity, own }: Shown): string {
  if (activity.state !== 'published' || !isIn(own) || own.inAt > 0) return '';
  return own.phase === 'waiting' ? ACTIVITY_WORDS.leaveLine : ACTIVITY_WORDS.cancel;
}

export function viewDetail(shown: Shown, now: number): DetailView {
  const { activity, own } = shown;
  const act = actOf(shown, now);
  const mayReturn = own !== undefined && act === 'signup';
  const wasThere = own !== undefined && own.inAt > 0 && activity.state !== 'cancelled';
  return {
    ...NOTHING,
    title: activity.title,
    body: activity.body,
    lines: activityLines(activity, now),
    standing: standingWords({ state: activity.state, own }) + (mayReturn ? ACTIVITY_WORDS.stillOpen : ''),
    note: standingNote(own),
    act,
    main: mainWords(act, shown),
    mayShowCode: shown.isLeader && activity.state === 'published',
    asksStars: wasThere && own.outAt > 0,
    stars: own === undefined || own.stars === 0 ? '' : String(own.stars),
    cancel: cancelWords(shown),
    asksCancel: activity.left === 0,
  };
}
