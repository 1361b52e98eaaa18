/** Two forms of one door, question by question, in the words of the review page. */
import type { FormView } from '@domain/contract/census';
import type { Line } from '../../../../pages/census/review/review.view';
import { DOOR_WORDS } from '../../../../messages/worker';
import { linesForStaff } from '../../answer-lines';

export interface CompareRow {
  key: string;
  label: string;
  left: string;
  right: string;
  differs: boolean;
}

const PERSON = 'person ';
/** A large family is shown person by person. */
const SAME_PEOPLE_MAX = 8;

interface Side {
  label: string;
  words: string;
}

/** Rows in the order of the left form, then what only the right one has. What neither answers is left out. */
export function compareForms(left: FormView, right: FormView): CompareRow[] {
  const ours = sidesOf(left);
  const theirs = sidesOf(right);
  const keys = [...ours.keys(), ...[...theirs.keys()].filter((key) => !ours.has(key))];
  return folded(rowsOf(keys, ours, theirs));
}

/** People of whom both forms say the same, where they are many: a dormitory in one row. */
function folded(rows: readonly CompareRow[]): CompareRow[] {
  const same = rows.filter(({ key, differs }) => key.startsWith(PERSON) && !differs);
  if (same.length <= SAME_PEOPLE_MAX) return [...rows];
  const words = DOOR_WORDS.sameOnBoth;
  const people = { key: 'people', label: DOOR_WORDS.samePeople(same.length), left: words, right: words };
  return [...rows.filter((row) => !same.includes(row)), { ...people, differs: false }];
}

function rowsOf(
  keys: readonly string[],
  ours: ReadonlyMap<string, Side>,
  theirs: ReadonlyMap<string, Side>,
): CompareRow[] {
  return keys.flatMap((key) => {
    const one = ours.get(key);
    const other = theirs.get(key);
    const [leftWords, rightWords] = [one?.words ?? '', other?.words ?? ''];
    if (leftWords === '' && rightWords === '') return [];
    const label = (one ?? other)?.label ?? '';
    return [{ key, label, left: leftWords, right: rightWords, differs: leftWords !== rightWords }];
  });
}

/** People have keys of their own in each form: they are matched by what they are to the head, in their order. */
function sidesOf(form: FormView): Map<string, Side> {
  const sides = new Map<string, Side>();
  for (const line of linesForStaff(form)) {
    const isMember = line.key.startsWith('members.');
    let key = isMember ? `${PERSON}${line.label}` : line.key;
    for (let twin = 2; isMember && sides.has(key); twin += 1) key = `${PERSON}${line.label} ${twin}`;
    sides.set(key, { label: line.label, words: wordsOf(line) });
  }
  return sides;
}

function wordsOf({ value, note = '' }: Line): string {
  return [value, note].filter((words) => words !== '').join('，');
}
