/** Five questions at the end of practice. All five right is passed; a wrong one is explained and may be answered again. */
import questions from './quiz.json';

export interface QuizQuestion {
  readonly question: string;
  readonly choices: readonly string[];
  /** Place of the right choice. */
  readonly right: number;
  readonly why: string;
}

export const QUIZ: readonly QuizQuestion[] = questions;

/** Places of the questions that are answered otherwise than right, or not at all. */
export function wrongAnswers(answers: readonly number[]): number[] {
  return QUIZ.flatMap(({ right }, at) => (answers[at] === right ? [] : [at]));
}
