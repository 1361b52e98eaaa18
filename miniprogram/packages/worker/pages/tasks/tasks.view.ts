/** What is to be done, the oldest day first and within a day as one walks; one tap ends it. */
import { plateWords } from '@domain/area/plate';
import type { OpenTask } from '@domain/contract/task';
import { daysBetween } from '@domain/kernel/calendar';
import { dayWords, type Day } from '@domain/kernel/day';
import type { Role } from '@domain/identity/role';
import { decidedAt, NEEDLESS, resultWords, taskWords, type TaskResult } from '@domain/work/task';
import { STAFF_WORDS } from '../../../../messages/staff';
import { TASKS_WORDS } from '../../../../messages/tasks';
import { hourWords, KNOCK_WORDS } from '../../../../messages/visit';
import type { Kept } from '../../../../services/kept-answers';
import { CONTENT, faceOf, keptFaceOf, staleWords, type FaceView } from '../../../../services/staff-page';
import { nextTimes, tileOf, valueOf, type TimeTile } from '../../next-times';

export interface TasksAnswer {
  tasks: OpenTask[];
  next?: string | undefined;
}

interface ResultButton {
  key: TaskResult;
  label: string;
  spoken: string;
}

interface TaskCard {
  key: string;
  place: string;
  what: string;
  due: string;
  isOverdue: boolean;
  spoken: string;
  results: readonly ResultButton[];
  /** Ends the task without a visit; null where a decision is its end. */
  aside: ResultButton | null;
  /** The one way to the decision that ends it, spoken with its place; '' where there is none for this seat. */
  decide: string;
  /** Whose decision it is, where it is not this seat's. */
  others: string;
  /** The button that moves what was agreed on, spoken with its place; '' where nothing was. */
  move: string;
  /** When to come instead, while that is asked. */
  times: readonly TimeTile[];
  time: string;
}

export interface TasksView extends FaceView {
  stale: string;
  /** What the last tap did, or why it did nothing. */
  note: string;
  cards: readonly TaskCard[];
  hasMore: boolean;
}

interface Moment {
  today: Day;
  note: string;
  /** The acting seat's; undefined before it is known. */
  role: Role | undefined;
  /** The task whose hour is being moved; '' for none. */
  moving: string;
  /** Hour of the day now. */
  hour: number;
}

interface Deciders {
  readonly who: readonly Role[];
  /** What everybody else reads. */
  readonly words: string;
}
const JUDGING: Deciders = { who: ['CA'], words: TASKS_WORDS.byCommunity };
const SETTLING: Deciders = { who: ['GW', 'CA'], words: TASKS_WORDS.byWorker };

const NOTHING = { ...CONTENT, stale: '', note: '', cards: [], hasMore: false };

export function viewTasks({ data, problem, at }: Kept<TasksAnswer>, moment: Moment): TasksView {
  const { note } = moment;
  if (data === undefined) return { ...NOTHING, ...(problem === undefined ? CONTENT : keptFaceOf(problem)) };
  // There were none then: that is no answer to which there are now.
  if (data.tasks.length === 0) {
    return { ...NOTHING, ...(problem === undefined ? emptyFace(note) : faceOf(problem)) };
  }
  return {
    ...NOTHING,
    stale: staleWords(problem, at),
    note,
    cards: data.tasks.map((task) => cardOf(task, moment)),
    hasMore: data.next !== undefined,
  };
}

export function placeOf({ plate }: Pick<OpenTask, 'plate'>): string {
  return plateWords(plate);
}

export function wordsOfResult(task: OpenTask, result: TaskResult): string {
  return resultWords(task).find(([own]) => own === result)?.[1] ?? needlessWords(task);
}

/** What was agreed on instead. */
export function agreedWords({ isCall = false }: OpenTask, when: string): string {
  return isCall ? KNOCK_WORDS.callLine(when) : KNOCK_WORDS.nextLine(when);
}

function needlessWords({ isCall = false }: OpenTask): string {
  return isCall ? TASKS_WORDS.needlessCall : TASKS_WORDS.needless;
}

/** The page on which a task of a dispute is decided. */
export function decisionUrl({ kind, doorId, buildingId, householdId = '' }: OpenTask): string {
  const pages = '/packages/worker/pages/';
  if (kind === 'decideDoor') return `${pages}verdict/verdict?door=${doorId}`;
  if (kind === 'conflict') return `${pages}questions/questions?household=${householdId}`;
  if (kind === 'tenancy') return `${pages}tenancies/tenancies`;
  if (kind === 'duplicate') return `${pages}duplicates/duplicates`;
  return `${pages}door/door?door=${doorId}&building=${buildingId}`;
}

function cardOf(task: OpenTask, moment: Moment): TaskCard {
  const { today, role } = moment;
  const place = placeOf(task);
  const what = taskWords(task);
  const due = dueWords(task, today);
  return {
    key: task.id,
    place,
    what,
    due,
    isOverdue: task.dueOn < today,
    spoken: [place, what, due].join('，'),
    results: resultWords(task).map(([key, label]) => buttonOf(key, label, place)),
    aside: decidedAt(task.kind) === undefined ? buttonOf(NEEDLESS, needlessWords(task), place) : null,
    ...decisionOf(task, role),
    ...movingOf(task, moment),
  };
}

/** A door that three knocks left shut is the community's to decide about, a dispute the worker's as well. */
function decisionOf(task: OpenTask, role: Moment['role']): Pick<TaskCard, 'decide' | 'others'> {
  if (decidedAt(task.kind) === undefined) return { decide: '', others: '' };
  const { who, words } = task.kind === 'decideDoor' ? JUDGING : SETTLING;
  if (who.some((one) => one === role)) {
    return { decide: TASKS_WORDS.spoken(TASKS_WORDS.decide, placeOf(task)), others: '' };
  }
  return { decide: '', others: words };
}

/** Only a visit that was agreed on can be agreed on for another hour. */
function movingOf(
  task: OpenTask,
  { today, hour, moving }: Moment,
): Pick<TaskCard, 'move' | 'times' | 'time'> {
  if (task.kind !== 'revisit') return { move: '', times: [], time: '' };
  if (moving !== task.id) {
    return { move: TASKS_WORDS.spoken(TASKS_WORDS.move, placeOf(task)), times: [], time: '' };
  }
  const times = nextTimes(today, hour).map((next) => tileOf(next, today));
  return { move: '', times, time: valueOf({ on: task.dueOn, hour: task.hour }) };
}

function buttonOf(key: TaskResult, label: string, place: string): ResultButton {
  return { key, label, spoken: TASKS_WORDS.spoken(label, place) };
}

/** A visit that was agreed on is kept to its hour; anything else is done by its day. */
function dueWords({ kind, dueOn, hour }: OpenTask, today: Day): string {
  if (dueOn < today) return TASKS_WORDS.overdue(daysBetween(dueOn, today));
  const day = dueOn === today ? TASKS_WORDS.today : dayWords(dueOn);
  if (kind === 'revisit') return TASKS_WORDS.agreed(day, hour === undefined ? '' : hourWords(hour));
  return dueOn === today ? day : TASKS_WORDS.until(day);
}

function emptyFace(note: string): FaceView {
  const { empty, emptyDetail } = TASKS_WORDS;
  return {
    face: 'done',
    sentence: empty,
    detail: note === '' ? emptyDetail : note,
    action: STAFF_WORDS.look,
  };
}
