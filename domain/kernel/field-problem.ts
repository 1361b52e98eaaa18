/** What is wrong with a form: beside the field that it is about where that is known, else at its foot. */
import { sentenceFor, type ProblemReport } from './problem';

export interface FieldProblem {
  /** '' for what is about the whole of it. */
  readonly field: string;
  readonly sentence: string;
}

export const NO_FIELD_PROBLEM: FieldProblem = { field: '', sentence: '' };

/** Only the fields that the page shows take a sentence of their own. */
export function fieldProblemOf(
  problem: Pick<ProblemReport, 'code' | 'details'>,
  fields: readonly string[],
): FieldProblem {
  const field = String(problem.details['field'] ?? '');
  return { field: fields.includes(field) ? field : '', sentence: sentenceFor(problem) };
}
