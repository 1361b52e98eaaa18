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

interface PairCard {
  id: string;
  rows: readonly Row[];
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
    [DUPLICATE_WORDS.place, side.isElsewhere ? DUPLICATE_WORDS.elsewhere : place],
    [DUPLICATE_WORDS.name, name],
    [DUPLICATE_WORDS.facts, facts.join(' ')],
    [DUPLICATE_WORDS.relation, relationWords(relation)],
    [DUPLICATE_WORDS.phone, phone],
    [DUPLICATE_WORDS.lives, yesNo(side.livesHere)],
    [DUPLICATE_WORDS.hukou, yesNo(side.hukouHere)],
    [DUPLICATE_WORDS.filled, filledOn === undefined ? '' : dayWords(filledOn)],
  ];
}

function viewPair({ id, state, left, right }: DuplicatePair, canDecide: boolean): PairCard {
  const theirs = new Map(wordsOf(right));
  const rows = wordsOf(left).map(([label, words]) => {
    const other = theirs.get(label) ?? '';
    return { key: label, label, left: words, right: other, differs: words !== other };
  });
  const isOpen = canDecide && state === 'open';
  const isStuck = !(left.canDrop || left.isElsewhere) || !(right.canDrop || right.isElsewhere);
  return {
    id,
    rows,
    canKeepLeft: isOpen && right.canDrop,
    canKeepRight: isOpen && left.canDrop,
    canPart: isOpen,
    canUndo: canDecide && state !== 'open',
    note: isOpen && isStuck ? DUPLICATE_WORDS.cannotDrop : '',
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
