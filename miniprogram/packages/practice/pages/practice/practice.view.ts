/** The drawn stairwell: what is behind each door, and how far somebody has come. */
import { VISIT_RESULTS, type VisitResult } from '@domain/census/codes';
import { visitResultTable } from '@domain/codes/tables';
import type { PracticeProgress } from '@domain/contract/practice';
import { dayWords } from '@domain/kernel/day';
import type { ProblemReport } from '@domain/kernel/problem';
import {
  PRACTICE_DOORS,
  PRACTICE_FORM_SLOT,
  PRACTICE_STATES,
  practiceDoor,
  type PracticeDoor,
} from '@domain/practice/stairwell';
import { PRACTICE_WORDS, RESULT_MEANINGS } from '../../../../messages/practice';
import { KNOCK_WORDS } from '../../../../messages/visit';
import { STAFF_WORDS } from '../../../../messages/staff';
import { CONTENT, faceOf, type FaceView } from '../../../../services/staff-page';
import type { FacadeUnit } from '../../../../services/wall-units';

export interface PracticeState {
  progress: PracticeProgress | undefined;
  problem: ProblemReport | undefined;
  /** Number of the open door; 0 where none is. */
  slot: number;
  /** The outcome that was tried last at the open door, and did not fit. */
  tried: VisitResult | '';
}

interface OpenDoor {
  room: string;
  story: string;
  /** The outcome that was found, or the one that was tried. */
  result: string;
  isDone: boolean;
  /** Why the outcome fits, or what the tried one stands for. */
  words: string;
  /** The way to the form, where there is one behind this door. */
  form: string;
}

export interface PracticeView extends FaceView {
  done: number;
  due: number;
  progress: string;
  facade: readonly FacadeUnit[];
  chosen: string;
  door: OpenDoor | null;
  quiz: string;
  isReady: boolean;
  /** The one step that is left where every door is done; '' where it is not the form, or stands on the page. */
  formLeft: string;
  passed: string;
  kept: string;
}

export const RESULT_TILES: readonly { value: string; label: string }[] = VISIT_RESULTS.map((value) => ({
  value,
  label: value === 'collected' ? KNOCK_WORDS.willing : visitResultTable.labelOf(value),
}));

const NOTHING: PracticeView = {
  ...CONTENT,
  done: 0,
  due: PRACTICE_DOORS.length,
  progress: '',
  facade: [],
  chosen: '',
  door: null,
  quiz: '',
  isReady: false,
  formLeft: '',
  passed: '',
  kept: '',
};

export function viewPractice({ progress, problem, slot, tried }: PracticeState): PracticeView {
  if (progress === undefined) return { ...NOTHING, ...(problem === undefined ? CONTENT : faceOf(problem)) };
  const { done, formDone, passedOn, keptUntil } = progress;
  const isReady = formDone && done.length === PRACTICE_DOORS.length && passedOn === undefined;
  const quiz = passedOn === undefined ? PRACTICE_WORDS.quiz : PRACTICE_WORDS.quizAgain;
  const door = practiceDoor(slot);
  return {
    ...NOTHING,
    done: done.length,
    progress: PRACTICE_WORDS.count(done.length, PRACTICE_DOORS.length),
    facade: facadeOf(done),
    chosen: keyOf(slot),
    door: door === undefined ? null : openDoor(door, progress, tried),
    quiz: isReady ? PRACTICE_WORDS.quizReady : quiz,
    isReady,
    formLeft: formLeftOf(progress, slot),
    passed: passedOn === undefined ? '' : PRACTICE_WORDS.passed(dayWords(passedOn)),
    kept: PRACTICE_WORDS.keptUntil(dayWords(keptUntil)),
  };
}

/** The form is the last step of whoever has been to every door, wherever on the page that person stands. */
function formLeftOf({ done, formDone }: PracticeProgress, slot: number): string {
  const isLeft = !formDone && done.length === PRACTICE_DOORS.length && slot !== PRACTICE_FORM_SLOT;
  const room = practiceDoor(PRACTICE_FORM_SLOT)?.room ?? '';
  return isLeft ? PRACTICE_WORDS.formLeft(STAFF_WORDS.door(room)) : '';
}

export function deniedPractice(): PracticeView {
  const { denied, deniedDetail } = PRACTICE_WORDS;
  return { ...NOTHING, face: 'denied', sentence: denied, detail: deniedDetail, action: STAFF_WORDS.toMy };
}

/** The next door that is not done, in walking order; 0 where all are. */
export function nextSlot({ done }: Pick<PracticeProgress, 'done'>): number {
  return PRACTICE_DOORS.find(({ slot }) => !done.includes(slot))?.slot ?? 0;
}

export function slotOfKey(key: string): number {
  return Number(key.slice(1));
}

function keyOf(slot: number): string {
  return `p${slot}`;
}

function facadeOf(done: readonly number[]): FacadeUnit[] {
  const floors = [...new Set(PRACTICE_DOORS.map(({ floor }) => floor))];
  return [
    {
      key: 'practice',
      label: PRACTICE_WORDS.progress,
      floors: floors.map((floor) => ({
        key: floor,
        label: floor,
        doors: PRACTICE_DOORS.filter((door) => door.floor === floor).map(({ slot, room, result }) => ({
          key: keyOf(slot),
          label: room,
          state: done.includes(slot) ? PRACTICE_STATES[result] : 'missing',
        })),
      })),
    },
  ];
}

function openDoor(
  { slot, room, story, result, why }: PracticeDoor,
  { done, formDone }: PracticeProgress,
  tried: VisitResult | '',
): OpenDoor {
  const isDone = done.includes(slot);
  const hasForm = isDone && slot === PRACTICE_FORM_SLOT;
  const meaning = tried === '' ? '' : `${PRACTICE_WORDS.again}：${RESULT_MEANINGS[tried]}`;
  const form = formDone ? PRACTICE_WORDS.formDone : PRACTICE_WORDS.form;
  return {
    room: STAFF_WORDS.door(room),
    story,
    result: isDone ? result : tried,
    isDone,
    words: isDone ? `${PRACTICE_WORDS.right}。${why}` : meaning,
    form: hasForm ? form : '',
  };
}
