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
  return { lines: gathered(answeredLines(form)), linesTitle: DOOR_WORDS.formTitle, linesHint: '' };
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
  const linesHint = isWhole ? '' : DOOR_WORDS.unsentHint;
  return { lines: gathered(lines), linesTitle: DOOR_WORDS.recordTitle, linesHint };
}

/** A room of forty is more than a page should draw: after so many people the others, with nothing new of them, share a line. */
const PEOPLE_APART = 12;

function gathered(lines: NotedLine[]): NotedLine[] {
  const people = lines.filter(({ key, mark }) => key.startsWith('members.') && mark === undefined);
  const [first, ...others] = people.slice(PEOPLE_APART);
  if (first === undefined || others.length === 0) return lines;
  const crowd = [first, ...others];
  const isAlike = others.every(({ note }) => note === first.note);
  const told = crowd.map(({ label, value, note = '' }) =>
    [label, ...value.split(' · '), isAlike ? '' : note].join(' ').trim(),
  );
  const row = {
    ...first,
    key: 'members',
    label: DOOR_WORDS.samePeople(crowd.length),
    value: told.join('\n'),
    note: isAlike ? (first.note ?? '') : '',
  };
  return lines.flatMap((line) => (line === first ? [row] : crowd.includes(line) ? [] : [line]));
}

/** Of a door without a household: the first answer, until the cloud has made one of it. */
export function linesOfFiling(noted: readonly OutboxEntry[]): Partial<NotedLines> {
  const form = notedFiling(noted);
  if (form === undefined) return {};
  return { ...linesOfForm(form), linesTitle: DOOR_WORDS.filedTitle, linesHint: DOOR_WORDS.filedHint };
}

const saidIn = ({ key, value, note = '' }: Line): string => JSON.stringify([key, value, note]);
