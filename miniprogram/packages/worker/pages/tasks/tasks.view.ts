/** What is to be done, the oldest day first and within a day as one walks; one tap ends it. */
import { plateWords } from '@domain/area/plate';
import type { OpenTask } from '@domain/contract/task';
import { daysBetween } from '@domain/kernel/calendar';
import { dayWords, type Day } from '@domain/kernel/day';
import { NEEDLESS, resultWords, TASK_WORDS, type TaskResult } from '@domain/work/task';
import { STAFF_WORDS } from '../../../../messages/staff';
import { TASKS_WORDS } from '../../../../messages/tasks';
import { hourWords } from '../../../../messages/visit';
import type { Kept } from '../../../../services/kept-answers';
import { CONTENT, keptFaceOf, staleWords, type FaceView } from '../../../../services/staff-page';

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
  /** Ends the task without a visit. */
  aside: ResultButton;
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
}

const NOTHING = { ...CONTENT, stale: '', note: '', cards: [], hasMore: false };

export function viewTasks({ data, problem, at }: Kept<TasksAnswer>, { today, note }: Moment): TasksView {
  if (data === undefined) return { ...NOTHING, ...(problem === undefined ? CONTENT : keptFaceOf(problem)) };
  if (data.tasks.length === 0) return { ...NOTHING, ...emptyFace(note) };
  return {
    ...NOTHING,
    stale: staleWords(problem, at),
    note,
    cards: data.tasks.map((task) => cardOf(task, today)),
    hasMore: data.next !== undefined,
  };
}

export function placeOf({ plate }: Pick<OpenTask, 'plate'>): string {
  return plateWords(plate);
}

export function wordsOfResult(task: OpenTask, result: TaskResult): string {
  return resultWords(task.kind).find(([own]) => own === result)?.[1] ?? TASKS_WORDS.needless;
}

function cardOf(task: OpenTask, today: Day): TaskCard {
  const place = placeOf(task);
  const what = TASK_WORDS[task.kind];
  const due = dueWords(task, today);
  return {
    key: task.id,
    place,
    what,
    due,
    isOverdue: task.dueOn < today,
    spoken: [place, what, due].join('，'),
    results: resultWords(task.kind).map(([key, label]) => buttonOf(key, label, place)),
    aside: buttonOf(NEEDLESS, TASKS_WORDS.needless, place),
  };
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
    action: STAFF_WORDS.again,
  };
}
