/** Questions with their choices, and beside each what was wrong and why: the quiz, and the practice form. */
import { PRACTICE_FORM, PRACTICE_FORM_STORY } from '@domain/practice/practice-form';
import { QUIZ } from '@domain/practice/quiz';
import { QUIZ_WORDS } from '../../../../messages/practice';
import { CONTENT, type FaceView } from '../../../../services/staff-page';

export type QuizPart = 'quiz' | 'form';

export interface QuizState {
  part: QuizPart;
  /** Chosen values by the key of the question. */
  answers: Readonly<Record<string, string>>;
  /** Keys that were answered wrong when last handed in; undefined before. */
  wrong: readonly string[] | undefined;
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly tone?: 'right' | 'wrong';
}

interface Question {
  key: string;
  label: string;
  choices: readonly Choice[];
  value: string;
  error: string;
  /** Why a right answer is right, once it was handed in. */
  why: string;
}

export interface QuizView extends FaceView {
  title: string;
  intro: string;
  questions: readonly Question[];
  columns: number;
  send: string;
  canSend: boolean;
  /** What is missing, or how many were wrong. */
  notice: string;
}

interface Asked {
  readonly key: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly why: string;
}

const ASKED: Readonly<Record<QuizPart, readonly Asked[]>> = {
  form: PRACTICE_FORM,
  quiz: QUIZ.map(({ question, choices, why }, at) => ({
    key: String(at),
    label: `${at + 1}. ${question}`,
    choices: choices.map((label, value) => ({ value: String(value), label })),
    why,
  })),
};

export function viewQuiz(state: QuizState): QuizView {
  const { part, answers, wrong } = state;
  const isForm = part === 'form';
  const questions = ASKED[part].map((asked) => questionOf(asked, state));
  const missing = questions.filter(({ value }) => value === '').length;
  const view = {
    ...CONTENT,
    title: isForm ? QUIZ_WORDS.formTitle : QUIZ_WORDS.title,
    intro: isForm ? PRACTICE_FORM_STORY : QUIZ_WORDS.sentence,
    questions,
    columns: isForm ? 3 : 1,
    send: isForm ? QUIZ_WORDS.formSend : QUIZ_WORDS.send,
    canSend: missing === 0,
    notice: noticeOf(missing, Object.keys(answers).length, wrong),
  };
  return wrong?.length === 0 ? { ...view, ...passedFace(isForm) } : view;
}

/** The quiz as the cloud asks for it: the place of each choice, in the order of the questions. */
export function placesOf(answers: QuizState['answers']): number[] {
  return QUIZ.map((_, at) => Number(answers[String(at)] ?? -1));
}

function judged(choice: Choice, isRight: boolean): Choice {
  const { value, label } = choice;
  return isRight
    ? { value, label: QUIZ_WORDS.isRight(label), tone: 'right' }
    : { value, label: QUIZ_WORDS.isWrong(label), tone: 'wrong' };
}

function questionOf(
  { key, label, choices, why }: Asked,
  { answers, wrong }: Pick<QuizState, 'answers' | 'wrong'>,
): Question {
  const isWrong = wrong?.includes(key) === true;
  const isRight = wrong !== undefined && !isWrong;
  const value = answers[key] ?? '';
  const isJudged = isRight || isWrong;
  return {
    key,
    label,
    choices: choices.map((one) => (isJudged && one.value === value ? judged(one, isRight) : one)),
    value,
    error: isWrong ? why : '',
    why: isRight ? why : '',
  };
}

function noticeOf(missing: number, answered: number, wrong: QuizState['wrong']): string {
  if (missing > 0) return answered === 0 ? '' : QUIZ_WORDS.missing(missing);
  return wrong === undefined || wrong.length === 0 ? '' : QUIZ_WORDS.wrong(wrong.length);
}

function passedFace(isForm: boolean): FaceView {
  const { passed, passedDetail, formPassed, formPassedDetail, back } = QUIZ_WORDS;
  return {
    face: 'done',
    sentence: isForm ? formPassed : passed,
    detail: isForm ? formPassedDetail : passedDetail,
    action: back,
  };
}
