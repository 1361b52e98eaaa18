/** Two forms of one door, question by question, in the words of the review page. */
import type { FormView } from '@domain/contract/census';
import type { Line } from '../../../../pages/census/review/review.view';
import { linesForStaff } from '../../answer-lines';

export interface CompareRow {
  key: string;
  label: string;
  left: string;
  right: string;
  differs: boolean;
}

interface Side {
  label: string;
  words: string;
}

/** Rows in the order of the left form, then what only the right one has. What neither answers is left out. */
export function compareForms(left: FormView, right: FormView): CompareRow[] {
  const ours = sidesOf(left);
  const theirs = sidesOf(right);
  const keys = [...ours.keys(), ...[...theirs.keys()].filter((key) => !ours.has(key))];
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
    let key = isMember ? `person ${line.label}` : line.key;
    for (let twin = 2; isMember && sides.has(key); twin += 1) key = `person ${line.label} ${twin}`;
    sides.set(key, { label: line.label, words: wordsOf(line) });
  }
  return sides;
}

function wordsOf({ value, note = '' }: Line): string {
  return [value, note].filter((words) => words !== '').join('，');
}
