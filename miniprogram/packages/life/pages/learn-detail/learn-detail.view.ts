/** The lessons of a course one below the other, then its questions; beside each answer that was handed in stands why. */
import type { ShownCourse } from '@domain/contract/course';
import { LEARN_WORDS } from '../../../../messages/learn';
import { lessonWords } from '../../../../messages/lesson';
import { canWatch } from '../../../../services/channel-video';
import type { Kept } from '../../../../services/kept-answers';
import { canSpeak } from '../../../../services/speech';
import { CONTENT_FACE, shelfFace, staleOf, type ShelfFace } from '../../services/shelf-face';
import type { WayHome } from '../../../../services/way-home';

export interface QuizOutcome {
  wrong: readonly number[];
  isPassed: boolean;
  /** What the cloud keeps; undefined for somebody of whom nothing is kept. */
  best: number | undefined;
}

export interface CourseState {
  kept: Kept<ShownCourse>;
  /** Chosen places by the question's place. */
  answers: Readonly<Record<string, string>>;
  outcome: QuizOutcome | undefined;
  /** Of whoever has no seat here nothing is kept: what would have to come first. */
  way: WayHome | undefined;
  /** Somebody wanted to know before all was answered: what is missing says so. */
  isTold: boolean;
  /** The place of the lesson that is being spoken; -1 where none is. */
  speaking: number;
}

interface LessonView {
  key: string;
  place: string;
  title: string;
  text: string;
  drawing: string;
  listen: string;
  watch: string;
}

interface Choice {
  value: string;
  label: string;
  tone?: 'right' | 'wrong';
}

interface QuestionView {
  key: string;
  label: string;
  choices: readonly Choice[];
  value: string;
  error: string;
  why: string;
}

export interface CourseView extends ShelfFace {
  stale: string;
  title: string;
  intro: string;
  lessons: readonly LessonView[];
  questions: readonly QuestionView[];
  /** The place of the first question without an answer; -1 where there is none. */
  missing: number;
  /** Nothing is left to look at here: the next step is another course. */
  isOver: boolean;
  notice: string;
  isPassed: boolean;
  kept: string;
  /** Opens the receipt of the form that waits; '' where there is none. */
  receipt: string;
}

const NOTHING = {
  stale: '',
  title: '',
  intro: '',
  lessons: [],
  questions: [],
  missing: -1,
  isOver: false,
  notice: '',
  isPassed: false,
  kept: '',
  receipt: '',
};

export function viewCourse(state: CourseState): CourseView {
  const { data, problem, at } = state.kept;
  if (data === undefined) return { ...NOTHING, ...faceOf(problem) };
  const questions = data.quiz.map((question, place) => questionOf(question, place, state));
  const missing = questions.filter(({ value }) => value === '').length;
  return {
    ...CONTENT_FACE,
    stale: staleOf({ rows: [data], at, problem }),
    title: data.title,
    intro: data.intro,
    lessons: data.lessons.map((lesson, place) =>
      lessonOf(lesson, place, { state, total: data.lessons.length }),
    ),
    questions,
    missing: questions.findIndex(({ value }) => value === ''),
    isOver: missing === 0 && state.outcome?.wrong.length === 0,
    notice: noticeOf(missing, state),
    isPassed: state.outcome?.isPassed === true,
    kept: keptWords(state, questions.length),
    receipt: state.outcome === undefined || state.way?.opId === '' ? '' : (state.way?.action ?? ''),
  };
}

function faceOf(problem: Kept<ShownCourse>['problem']): ShelfFace {
  const { lost, lostDetail, toList } = LEARN_WORDS;
  if (problem?.code === 'NOT_FOUND') {
    return { face: 'empty', sentence: lost, detail: lostDetail, action: toList };
  }
  return shelfFace({ problem }, { empty: lost, emptyDetail: lostDetail });
}

function lessonOf(
  { title, text, drawing, voice, video }: ShownCourse['lessons'][number],
  at: number,
  { state, total }: { readonly state: CourseState; readonly total: number },
): LessonView {
  const listen = state.speaking === at ? LEARN_WORDS.stop : LEARN_WORDS.listen;
  return {
    key: String(at),
    place: lessonWords(at + 1, total),
    title,
    text,
    drawing: drawing ?? '',
    listen: canSpeak(voice) ? listen : '',
    watch: canWatch(video) ? LEARN_WORDS.watch : '',
  };
}

function questionOf(
  { question, choices, why }: ShownCourse['quiz'][number],
  at: number,
  { answers, outcome, isTold }: CourseState,
): QuestionView {
  const isWrong = outcome?.wrong.includes(at) === true;
  const value = answers[String(at)] ?? '';
  const unanswered = isTold && value === '' ? LEARN_WORDS.unanswered : '';
  const judged = (label: string) =>
    isWrong
      ? { label: LEARN_WORDS.isWrong(label), tone: 'wrong' as const }
      : { label: LEARN_WORDS.isRight(label), tone: 'right' as const };
  return {
    key: String(at),
    label: `${at + 1}. ${question}`,
    choices: choices.map((label, place) => {
      const isJudged = outcome !== undefined && value === String(place);
      return { value: String(place), ...(isJudged ? judged(label) : { label }) };
    }),
    value,
    error: isWrong ? why : unanswered,
    why: outcome !== undefined && !isWrong ? why : '',
  };
}

function noticeOf(missing: number, { answers, outcome }: CourseState): string {
  if (missing > 0) return Object.keys(answers).length === 0 ? '' : LEARN_WORDS.missing(missing);
  if (outcome === undefined) return '';
  const wrong = outcome.wrong.length;
  if (wrong === 0) return LEARN_WORDS.allRight;
  return outcome.isPassed ? LEARN_WORDS.passedSome(wrong) : LEARN_WORDS.wrong(wrong);
}

function keptWords({ outcome, way }: CourseState, total: number): string {
  if (outcome === undefined) return '';
  if (outcome.best !== undefined) return LEARN_WORDS.kept(outcome.best, total);
  return way === undefined ? '' : `${way.sentence}。${way.detail}`;
}
