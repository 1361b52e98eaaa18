/** A household's answers as staff reads them: whoever filled the form is not 您. */
import type { FormView } from '@domain/contract/census';
import { DOOR_WORDS } from '../../messages/worker';
import { linesOf, type Line } from '../../pages/census/review/review.view';

/** Every question, asked of somebody else. */
export function linesForStaff(form: FormView): Line[] {
  return linesOf(form).map((line) =>
    line.key === 'fillRole' ? { ...line, label: DOOR_WORDS.filler } : line,
  );
}

/** What was answered, to be read and not to be changed here. */
export function answeredLines(form: FormView): Line[] {
  return linesForStaff(form)
    .filter(({ value }) => value !== '')
    .map((line) => ({ ...line, editable: false }));
}
