/** Two records side by side, and what may be done about them. */
import { ageBandTable, genderTable, relationWords } from '@domain/codes/tables';
import type { DuplicatePair, DuplicateSideView } from '@domain/contract/duplicate';
import { dayWords } from '@domain/kernel/day';
import { STAFF_WORDS } from '../../../../messages/staff';
import { DUPLICATE_WORDS } from '../../../../messages/matching';
import { CONTENT, type FaceView } from '../../../../services/staff-page';

export type DuplicateTab = 'open' | 'merged' | 'different';

interface Row {
  key: string;
  label: string;
  left: string;
  right: string;
  differs: boolean;
}

interface Line {
  key: string;
  label: string;
  value: string;
  note: string;
  editable: boolean;
}

interface PairCard {
  id: string;
  rows: readonly Row[];
  /** The half that can be seen, where the other lies in a foreign grid. */
  lines: readonly Line[];
  isHalf: boolean;
  keepLeft: string;
  keepRight: string;
  /** Keeping one side takes the person out of the other, which must be possible. */
  canKeepLeft: boolean;
  canKeepRight: boolean;
  canPart: boolean;
  canUndo: boolean;
  note: string;
}

export interface DuplicatesView extends FaceView {
  pairs: readonly PairCard[];
  hasMore: boolean;
}

export const NO_PAIRS: DuplicatesView = { ...CONTENT, pairs: [], hasMore: false };

function yesNo(fact: boolean | undefined): string {
  if (fact === undefined) return '';
  return fact ? DUPLICATE_WORDS.yes : DUPLICATE_WORDS.no;
}

/** The words of one side, in the order of the rows. */
function wordsOf(side: DuplicateSideView): readonly (readonly [label: string, words: string])[] {
  const { plate, name = '', gender = '', ageBand = '', relation = '', phone = '', filledOn } = side;
  const facts = [genderTable.labelOf(gender), ageBandTable.labelOf(ageBand)].filter((word) => word !== '');
  const place = plate === undefined ? '' : `${plate.compound}\n${plate.line}`;
  return [
    [DUPLICATE_WORDS.place, place],
    [DUPLICATE_WORDS.name, name],
    [DUPLICATE_WORDS.facts, facts.join(' ')],
    [DUPLICATE_WORDS.relation, relationWords(relation)],
    [DUPLICATE_WORDS.phone, phone],
    [DUPLICATE_WORDS.lives, yesNo(side.livesHere)],
    [DUPLICATE_WORDS.hukou, yesNo(side.hukouHere)],
    [DUPLICATE_WORDS.filled, filledOn === undefined ? '' : dayWords(filledOn)],
  ];
}

function linesOf(side: DuplicateSideView): Line[] {
  return wordsOf(side)
    .filter(([, value]) => value !== '')
    .map(([label, value]) => ({ key: label, label, value, note: '', editable: false }));
}

function keepWords({ isElsewhere }: DuplicateSideView): string {
  return isElsewhere ? DUPLICATE_WORDS.keepElsewhere : DUPLICATE_WORDS.keepHere;
}

type Sides = Pick<PairCard, 'rows' | 'lines' | 'isHalf' | 'keepLeft' | 'keepRight'>;

/** The person was taken out of that home: what is left of the record is where it stood, and since when. */
function isGivenUp({ isElsewhere, relation }: DuplicateSideView): boolean {
  return !isElsewhere && relation === undefined;
}

function joinedLine({ plate, filledOn }: DuplicateSideView): Line {
  const value = plate === undefined ? '' : `${plate.compound}\n${plate.line}`;
  const note = filledOn === undefined ? '' : DUPLICATE_WORDS.joinedFilled(dayWords(filledOn));
  return { key: 'joined', label: DUPLICATE_WORDS.joined, value, note, editable: false };
}

/** There is nothing to compare with what cannot be seen, or with what was joined to the other. */
function sidesOf({ state, left, right }: DuplicatePair): Sides {
  const keep = { keepLeft: DUPLICATE_WORDS.keepLeft, keepRight: DUPLICATE_WORDS.keepRight };
  const joined = state === 'merged' ? [left, right].find(isGivenUp) : undefined;
  if (joined !== undefined) {
    const kept = joined === left ? right : left;
    const lines = [...(kept.isElsewhere ? [] : linesOf(kept)), joinedLine(joined)];
    return { ...keep, rows: [], lines, isHalf: true };
  }
  if (left.isElsewhere || right.isElsewhere) {
    const lines = linesOf(left.isElsewhere ? right : left);
    return { rows: [], lines, isHalf: true, keepLeft: keepWords(left), keepRight: keepWords(right) };
  }
  const theirs = new Map(wordsOf(right));
  const rows = wordsOf(left).map(([label, words]) => {
    const other = theirs.get(label) ?? '';
    return { key: label, label, left: words, right: other, differs: words !== other };
  });
  return { ...keep, rows, lines: [], isHalf: false };
}

function noteOf({ left, right }: DuplicatePair, isOpen: boolean): string {
  const isHalf = left.isElsewhere || right.isElsewhere;
  const isStuck = [left, right].some(({ canDrop, isElsewhere }) => !canDrop && !isElsewhere);
  return [
    ...(isHalf ? [DUPLICATE_WORDS.elsewhere] : []),
    ...(isOpen && isStuck ? [DUPLICATE_WORDS.cannotDrop] : []),
  ].join('。');
}

function viewPair(pair: DuplicatePair, canDecide: boolean): PairCard {
  const { id, state, left, right } = pair;
  const isOpen = canDecide && state === 'open';
  return {
    id,
    ...sidesOf(pair),
    canKeepLeft: isOpen && right.canDrop,
    canKeepRight: isOpen && left.canDrop,
    canPart: isOpen,
    canUndo: canDecide && state !== 'open',
    note: noteOf(pair, isOpen),
  };
}

export interface PairsAnswer {
  pairs: DuplicatePair[];
  next?: string | undefined;
}

export function viewPairs(
  { pairs, next }: PairsAnswer,
  tab: DuplicateTab,
  canDecide: boolean,
): DuplicatesView {
  if (pairs.length > 0) {
    return {
      ...NO_PAIRS,
      pairs: pairs.map((pair) => viewPair(pair, canDecide)),
      hasMore: next !== undefined,
    };
  }
  const { empty, emptyDetail, emptyDecided } = DUPLICATE_WORDS;
  const isOpen = tab === 'open';
  return {
    ...NO_PAIRS,
    face: isOpen ? 'done' : 'empty',
    sentence: isOpen ? empty : emptyDecided,
    detail: isOpen ? emptyDetail : '',
    action: STAFF_WORDS.again,
  };
}
