/** The answers that a door's page shows: as the cloud has them, with what lies on this phone over them and marked so. */
import type { FormView, HouseholdView } from '@domain/contract/census';
import { DOOR_WORDS } from '../../../../messages/worker';
import type { Line } from '../../../../pages/census/review/review.view';
import { isUnsent, type OutboxEntry } from '../../../../services/outbox-entry';
import { answeredLines } from '../../answer-lines';
import { notedFiling, withCorrections } from '../../services/noted-answers';

export interface NotedLine extends Line {
  mark?: string;
}

interface NotedLines {
  lines: NotedLine[];
  linesTitle: string;
  linesHint: string;
}

export function linesOfForm(form: FormView): NotedLines {
  return { lines: answeredLines(form), linesTitle: DOOR_WORDS.formTitle, linesHint: '' };
}

/** As the household will be; what the cloud does not have yet is marked, line by line. */
export function linesOfHousehold(household: HouseholdView, noted: readonly OutboxEntry[]): NotedLines {
  const taken = withCorrections(
    household,
    noted.filter((entry) => !isUnsent(entry)),
  );
  const known = new Set(answeredLines(taken.form).map(saidIn));
  const lines = answeredLines(withCorrections(household, noted).form).map((line) =>
    known.has(saidIn(line)) ? line : { ...line, mark: DOOR_WORDS.unsentMark, tone: 'warn' },
  );
  const isWhole = lines.length === known.size && lines.every((line) => known.has(saidIn(line)));
  return { lines, linesTitle: DOOR_WORDS.recordTitle, linesHint: isWhole ? '' : DOOR_WORDS.unsentHint };
}

/** Of a door without a household: the first answer, until the cloud has made one of it. */
export function linesOfFiling(noted: readonly OutboxEntry[]): Partial<NotedLines> {
  const form = notedFiling(noted);
  if (form === undefined) return {};
  return { ...linesOfForm(form), linesTitle: DOOR_WORDS.filedTitle, linesHint: DOOR_WORDS.filedHint };
}

const saidIn = ({ key, value, note = '' }: Line): string => JSON.stringify([key, value, note]);
