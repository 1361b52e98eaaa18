/** A door that knocks have not settled: who was there when, and what the community may say about it. */
import type { visitContract } from '@domain/contract/visit';
import { vacancySignTable, visitResultTable } from '@domain/codes/tables';
import type { ProcedureOutput } from '@domain/kernel/contract';
import { momentWords, type Day } from '@domain/kernel/day';
import { verdictsOn, type DoorVerdict } from '@domain/work/visit';
import { DOOR_STATE_WORDS, STAFF_WORDS } from '../../../../messages/staff';
import { VERDICT_WORDS } from '../../../../messages/verdict';
import { CONTENT, type FaceView } from '../../../../services/staff-page';
import { nextWords } from '../../next-times';

export type KnocksAnswer = ProcedureOutput<(typeof visitContract)['listVisits']>;
type Visit = KnocksAnswer['visits'][number];

export interface VerdictCase {
  knocks: KnocksAnswer;
  today: Day;
  /** The acting seat decides; another one reads. */
  canDecide: boolean;
  /** What was just decided, in words. */
  done: string;
}

interface Tile {
  value: DoorVerdict;
  label: string;
}

interface Line {
  key: string;
  label: string;
  value: string;
  note: string;
}

export interface VerdictView extends FaceView {
  compound: string;
  line: string;
  /** What the door is, or what was just decided about it. */
  state: string;
  tried: string;
  knocks: readonly Line[];
  verdicts: readonly Tile[];
  /** Why there is nothing to tap. */
  nothing: string;
  back: string;
}

export const NO_VERDICT: VerdictView = {
  ...CONTENT,
  ...{ compound: '', line: '', state: '', tried: '', knocks: [], verdicts: [], nothing: '', back: '' },
};

export function viewVerdict({ knocks, today, canDecide, done }: VerdictCase): VerdictView {
  const { plate, state, attempts, visits } = knocks;
  const asks = canDecide && done === '';
  const open = asks ? verdictsOn({ state, attempts, result: visits[0]?.result }) : [];
  return {
    ...NO_VERDICT,
    ...plate,
    state: done === '' ? (DOOR_STATE_WORDS[state] ?? '') : done,
    tried: attempts === 0 ? '' : VERDICT_WORDS.tried(attempts),
    knocks: visits.map((visit) => lineOf(visit, today)),
    verdicts: open.map((value) => ({ value, label: VERDICT_WORDS.verdicts[value].label })),
    nothing: asks && open.length === 0 ? VERDICT_WORDS.nothing : '',
    back: done === '' ? '' : STAFF_WORDS.back,
  };
}

function lineOf({ id, result, at, signs, slipLeft, next, name, isSkewed }: Visit, today: Day): Line {
  const facts = [
    ...signs.map((sign) => vacancySignTable.labelOf(sign)),
    ...(slipLeft ? [VERDICT_WORDS.slip] : []),
    ...(next === undefined ? [] : [VERDICT_WORDS.next(nextWords(next, today))]),
    ...(isSkewed ? [VERDICT_WORDS.skewed] : []),
  ];
  return {
    key: id,
    label: VERDICT_WORDS.by(momentWords(at), name ?? ''),
    value: result === undefined ? VERDICT_WORDS.planned : visitResultTable.labelOf(result),
    note: facts.join('，'),
  };
}
