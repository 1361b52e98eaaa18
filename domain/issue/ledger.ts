/** Figures of the ledger: what was found in the houses, and what was reported since. Every figure is a sum of items. */
import { ISSUE_CLASSES } from './categories';
import type { IssueKind } from './issue';
import { stageOf, type IssueStage, type IssueState } from './issue-state';
import type { Day } from '../kernel/day';

export interface CountedIssue {
  readonly kind: IssueKind;
  readonly state: IssueState;
  /** Empty until it is classified. */
  readonly aspect: string;
  readonly firstDueOn: Day;
  readonly answeredOn: Day;
  readonly rating: number;
  readonly isHidden: boolean;
}

/** One aspect's items by what became of them. Honest ends are counted apart. */
export interface LedgerCell {
  readonly issues: number;
  readonly suggestions: number;
  readonly stages: Readonly<Partial<Record<IssueStage, number>>>;
  readonly ends: Readonly<Partial<Record<IssueState, number>>>;
  /** Answered by the day that was promised first. */
  readonly inTime: number;
  readonly late: number;
  readonly rated: number;
  readonly stars: number;
  readonly hidden: number;
}

export const NO_ITEMS: LedgerCell = {
  issues: 0,
  suggestions: 0,
  stages: {},
  ends: {},
  inTime: 0,
  late: 0,
  rated: 0,
  stars: 0,
  hidden: 0,
};

function plusOne<K extends string>(
  counts: Readonly<Partial<Record<K, number>>>,
  key: K,
): Partial<Record<K, number>> {
  return { ...counts, [key]: (counts[key] ?? 0) + 1 };
}

const ENDS: readonly IssueState[] = ['closed', 'declined', 'transferred', 'merged', 'unanswered'];

/** Whether an item was answered by the day that was promised first; undefined before there is an answer. */
function wasInTime({ firstDueOn, answeredOn }: CountedIssue): boolean | undefined {
  return firstDueOn === '' || answeredOn === '' ? undefined : answeredOn <= firstDueOn;
}

function withItem(cell: LedgerCell, item: CountedIssue): LedgerCell {
  const isInTime = wasInTime(item);
  const one = (isCounted: boolean): number => (isCounted ? 1 : 0);
  return {
    issues: cell.issues + one(item.kind === 'issue'),
    suggestions: cell.suggestions + one(item.kind === 'suggestion'),
    stages: plusOne(cell.stages, stageOf(item.state)),
    ends: ENDS.includes(item.state) ? plusOne(cell.ends, item.state) : cell.ends,
    inTime: cell.inTime + one(isInTime === true),
    late: cell.late + one(isInTime === false),
    rated: cell.rated + one(item.rating > 0),
    stars: cell.stars + item.rating,
    hidden: cell.hidden + one(item.isHidden),
  };
}

/** Under which what nobody has classified yet is counted. */
const UNSORTED = 'unsorted';

/** Items by aspect. */
export function countItems(
  items: readonly CountedIssue[],
  before: Readonly<Record<string, LedgerCell>> = {},
): Record<string, LedgerCell> {
  const cells: Record<string, LedgerCell> = { ...before };
  for (const item of items) {
    const aspect = item.aspect === '' ? UNSORTED : item.aspect;
    cells[aspect] = withItem(cells[aspect] ?? NO_ITEMS, item);
  }
  return cells;
}

function sumCounts<K extends string>(
  left: Readonly<Partial<Record<K, number>>>,
  right: Readonly<Partial<Record<K, number>>>,
): Partial<Record<K, number>> {
  const sum: Partial<Record<K, number>> = { ...left };
  for (const [key, count] of Object.entries(right) as [K, number][]) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}

export function sumCells(left: LedgerCell, right: LedgerCell): LedgerCell {
  return {
    issues: left.issues + right.issues,
    suggestions: left.suggestions + right.suggestions,
    stages: sumCounts(left.stages, right.stages),
    ends: sumCounts(left.ends, right.ends),
    inTime: left.inTime + right.inTime,
    late: left.late + right.late,
    rated: left.rated + right.rated,
    stars: left.stars + right.stars,
    hidden: left.hidden + right.hidden,
  };
}

export interface LedgerRow {
  readonly id: string;
  readonly name: string;
  readonly className: string;
  /** Problems and suggestions of the tree together with those that were reported. */
  readonly problems: number;
  readonly suggestions: number;
  readonly cell: LedgerCell;
}

/** The whole ledger, one row an aspect. */
export function ledgerRows(cells: Readonly<Record<string, LedgerCell>>): LedgerRow[] {
  return ISSUE_CLASSES.flatMap((issueClass) =>
    issueClass.aspects.map(({ id, name, problems }) => {
      const cell = cells[id] ?? NO_ITEMS;
      const proposed = problems.reduce((sum, { suggestions }) => sum + suggestions.length, 0);
      return {
        id,
        name,
        className: issueClass.name,
        problems: problems.length + cell.issues,
        suggestions: proposed + cell.suggestions,
        cell,
      };
    }),
  );
}
