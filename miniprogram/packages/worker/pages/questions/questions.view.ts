/** What two people said differently of one household: one question at a time, both values with who said it and when. */
import type { ConflictView } from '@domain/contract/visit';
import type { Plate } from '@domain/census/door';
import { fieldOf } from '@domain/census/form-fields';
import { momentWords } from '@domain/kernel/day';
import type { ProblemReport } from '@domain/kernel/problem';
import { QUESTION_WORDS } from '../../../../messages/visit';
import { STAFF_WORDS } from '../../../../messages/staff';
import { linesOf } from '../../../../pages/census/review/review.view';
import { CONTENT, faceOf, type FaceView } from '../../../../services/staff-page';

export interface QuestionsState {
  answer: { plate: Plate; conflicts: ConflictView[] } | undefined;
  problem: ProblemReport | undefined;
  /** Conflicts that were answered here, by their id; they may still be undone or on their way. */
  answered: ReadonlySet<string>;
  /** The last answer, as long as it can be taken back. */
  canUndo: boolean;
}

interface Side {
  value: 'kept' | 'other';
  label: string;
  hint: string;
}

export interface QuestionsView extends FaceView {
  compound: string;
  line: string;
  left: string;
  question: string;
  sides: readonly Side[];
  canUndo: boolean;
}

const NOTHING: QuestionsView = {
  ...CONTENT,
  ...{ compound: '', line: '', left: '', question: '', sides: [], canUndo: false },
};

export function viewQuestions(state: QuestionsState): QuestionsView {
  const { answer, problem, canUndo } = state;
  if (answer === undefined) return { ...NOTHING, ...(problem === undefined ? CONTENT : faceOf(problem)) };
  const open = openConflicts(state);
  const [first] = open;
  const base = { ...NOTHING, ...answer.plate, canUndo };
  if (first === undefined) return { ...base, ...emptyFace() };
  return {
    ...base,
    left: QUESTION_WORDS.left(open.length),
    question: labelOf(first.field),
    sides: [sideOf('kept', first), sideOf('other', first)],
  };
}

export function openConflicts({
  answer,
  answered,
}: Pick<QuestionsState, 'answer' | 'answered'>): ConflictView[] {
  return (answer?.conflicts ?? []).filter(({ id }) => !answered.has(id));
}

function labelOf(field: string): string {
  return fieldOf(field.split('.')[0] ?? '')?.label ?? '';
}

type Said = ConflictView['kept'];

const isWorkers = ({ source }: Said): boolean => source === 'verified' || source === 'worker';

/** Two workers are told apart: by name where it may be known, else as 我 and 另一位. */
function authorOf(value: Side['value'], conflict: ConflictView): string {
  const { authors } = QUESTION_WORDS;
  const said = conflict[value];
  const beside = conflict[value === 'kept' ? 'other' : 'kept'];
  if (!isWorkers(said)) return '';
  if (said.author === 0) return authors.me;
  if (said.name !== undefined) return authors.named(said.name);
  if (!isWorkers(beside)) return authors.only;
  if (beside.author === said.author) return value === 'kept' ? authors.one : authors.same;
  return value === 'kept' && beside.author !== 0 ? authors.one : authors.another;
}

function sideOf(value: Side['value'], conflict: ConflictView): Side {
  const { answers, members, source, at } = conflict[value];
  const root = conflict.field.split('.')[0] ?? '';
  const lines = linesOf({ ...answers, members }).filter(
    (line) => line.value !== '' && (line.key === root || line.key.startsWith(`${root}.`)),
  );
  const words = lines.map((line) => line.value).join('；');
  return {
    value,
    label: words === '' ? QUESTION_WORDS.nothing : words,
    hint: QUESTION_WORDS.who(authorOf(value, conflict) + QUESTION_WORDS.sources[source], momentWords(at)),
  };
}

function emptyFace(): FaceView {
  const { empty, emptyDetail } = QUESTION_WORDS;
  return { face: 'done', sentence: empty, detail: emptyDetail, action: STAFF_WORDS.back };
}
