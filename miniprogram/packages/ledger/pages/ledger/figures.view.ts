/** The ledger's four levels, each figure a sum of items: class, aspect, problem, suggestion; and what became of what was reported. */
import { aspectWords, countTree, ISSUE_CLASSES, type Aspect } from '@domain/issue/categories';
import { ISSUE_STATE_WORDS, type IssueStage, type IssueState } from '@domain/issue/issue-state';
import { ledgerRows, NO_ITEMS, sumCells, type LedgerCell } from '@domain/issue/ledger';
import { momentWords } from '@domain/kernel/day';
import { FIGURES_WORDS } from '../../../../messages/ledger';

interface AspectRow {
  key: string;
  name: string;
  items: string;
  isChosen: boolean;
}

interface ClassCard {
  key: string;
  name: string;
  items: string;
  aspects: readonly AspectRow[];
}

interface ProblemRow {
  key: string;
  name: string;
  suggestions: readonly string[];
}

export interface FiguresView {
  tree: string;
  items: string;
  classes: readonly ClassCard[];
  /** The aspect at hand; '' where the whole is looked at. */
  aspect: string;
  title: string;
  lines: readonly string[];
  problems: readonly ProblemRow[];
  asOf: string;
}

export interface Figures {
  counts: Readonly<Record<string, LedgerCell>>;
  asOf: number;
}

export const NO_FIGURES: FiguresView = {
  tree: '',
  items: '',
  classes: [],
  aspect: '',
  title: '',
  lines: [],
  problems: [],
  asOf: '',
};

const UNSORTED = 'unsorted';
const BY_URGENCY: readonly IssueStage[] = ['work', 'assign', 'review', 'reporter', 'unanswered', 'ended'];

export function viewFigures({ counts, asOf }: Figures, chosen: string): FiguresView {
  const rows = ledgerRows(counts);
  const tree = countTree();
  const whole = Object.values(counts).reduce(sumCells, NO_ITEMS);
  const unsorted = counts[UNSORTED] ?? NO_ITEMS;
  const aspect = findAspect(chosen);
  const { items, never, asOf: counted } = FIGURES_WORDS;
  return {
    tree: FIGURES_WORDS.tree(tree.classes, tree.aspects),
    items: items(tree.problems + whole.issues, tree.suggestions + whole.suggestions),
    classes: ISSUE_CLASSES.map(({ id, name }) => {
      const own = rows.filter(({ className }) => className === name);
      return {
        key: id,
        name,
        items: items(sumOf(own, 'problems'), sumOf(own, 'suggestions')),
        aspects: own.map((row) => ({
          key: row.id,
          name: row.name,
          items: items(row.problems, row.suggestions),
          isChosen: row.id === chosen,
        })),
      };
    }),
    aspect: aspect === undefined ? '' : chosen,
    title: aspect === undefined ? FIGURES_WORDS.title : aspectWords(chosen),
    lines:
      aspect === undefined
        ? [...linesOf(whole), ...unsortedLines(unsorted)]
        : linesOf(counts[chosen] ?? NO_ITEMS),
    problems: aspect === undefined ? [] : problemsOf(aspect),
    asOf: asOf === 0 ? never : counted(momentWords(asOf)),
  };
}

/** Where what people reported of an aspect stands: what is done first, then what has ended. */
export function stageHeld({ counts }: Figures, aspect: string): IssueStage {
  const { stages } = counts[aspect] ?? NO_ITEMS;
  return BY_URGENCY.find((stage) => (stages[stage] ?? 0) > 0) ?? 'work';
}

function findAspect(id: string): Aspect | undefined {
  return ISSUE_CLASSES.flatMap(({ aspects }) => aspects).find((aspect) => aspect.id === id);
}

function sumOf<Key extends string>(rows: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return rows.reduce((sum, row) => sum + row[key], 0);
}

function problemsOf({ problems }: Aspect): ProblemRow[] {
  return problems.map(({ name, suggestions }) => ({ key: name, name, suggestions }));
}

function unsortedLines({ issues, suggestions }: LedgerCell): string[] {
  const count = issues + suggestions;
  return count === 0 ? [] : [FIGURES_WORDS.unsorted(count)];
}

/** Every end is a figure of its own: what was declined or never answered for is not counted among what was solved. */
function linesOf(cell: LedgerCell): string[] {
  const { issues, suggestions, stages, ends, inTime, late, rated, stars, hidden } = cell;
  const all = issues + suggestions;
  if (all === 0) return [FIGURES_WORDS.reported(0, 0)];
  const closed = (Object.keys(ends) as IssueState[]).map(
    (end) => `${ISSUE_STATE_WORDS[end]} ${ends[end] ?? 0} 件`,
  );
  const answered = inTime + late;
  return [
    FIGURES_WORDS.reported(issues, suggestions),
    FIGURES_WORDS.open(all - (stages.ended ?? 0) - (stages.unanswered ?? 0)),
    ...closed,
    ...(answered === 0 ? [] : [FIGURES_WORDS.inTime(inTime, answered)]),
    ...(rated === 0 ? [] : [FIGURES_WORDS.stars((stars / rated).toFixed(1), rated)]),
    ...(hidden === 0 ? [] : [FIGURES_WORDS.hidden(hidden)]),
  ];
}
