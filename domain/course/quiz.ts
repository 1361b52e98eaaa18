/** How large a course may be, and how its quiz is judged: the same on a phone where nothing is kept, as in the cloud. */
export const LESSONS_MAX = 6;
export const QUESTIONS_MIN = 3;
export const QUESTIONS_MAX = 5;
/** Passed with four fifths: four of five, all of three or four. */
const PASS_SHARE = 0.8;

/** Drawings of the package: pictures are ours, small, and show nobody. */
export const DRAWINGS = [
  'fire',
  'exit',
  'telephone',
  'charging',
  'gas',
  'hands',
  'steps',
  'sorting',
] as const;

export interface QuizResult {
  readonly right: number;
  readonly total: number;
  readonly isPassed: boolean;
  /** Places of the questions that were answered otherwise than right, or not at all. */
  readonly wrong: readonly number[];
}

export function gradeQuiz(
  quiz: readonly { readonly right: number }[],
  answers: readonly number[],
): QuizResult {
  const wrong = quiz.flatMap(({ right }, at) => (answers[at] === right ? [] : [at]));
  const total = quiz.length;
  const right = total - wrong.length;
  return { right, total, isPassed: right >= Math.ceil(total * PASS_SHARE), wrong };
}
