/**
 * The ledger's tree: class, aspect, problem, suggestion. It loads as data that the street may edit; no total of it is written
 * anywhere, each is a recount.
 */
import classes from './categories.json';

export interface IssueClass {
  readonly id: string;
  readonly name: string;
  readonly aspects: readonly Aspect[];
}

export interface Aspect {
  readonly id: string;
  readonly name: string;
  readonly problems: readonly { readonly name: string; readonly suggestions: readonly string[] }[];
}

export const ISSUE_CLASSES: readonly IssueClass[] = classes;

/** Issues about officials: their tile is seen by the street alone. */
export const OFFICIALS_CLASS = 'conduct';

const ASPECTS: ReadonlyMap<string, { readonly aspect: Aspect; readonly issueClass: IssueClass }> =
  /* @__PURE__ */ new Map(
    ISSUE_CLASSES.flatMap((issueClass) =>
      issueClass.aspects.map((aspect) => [aspect.id, { aspect, issueClass }] as const),
    ),
  );

export const ASPECT_IDS: readonly string[] = /* @__PURE__ */ [...ASPECTS.keys()];

/** 城市建管 · 照明; empty for an aspect that the tree does not have. */
export function aspectWords(aspectId: string): string {
  const found = ASPECTS.get(aspectId);
  return found === undefined ? '' : `${found.issueClass.name} · ${found.aspect.name}`;
}

/** 照明; empty for an aspect that the tree does not have. */
export function aspectName(aspectId: string): string {
  return ASPECTS.get(aspectId)?.aspect.name ?? '';
}

export function classOfAspect(aspectId: string): string | undefined {
  return ASPECTS.get(aspectId)?.issueClass.id;
}

export interface LedgerTotals {
  readonly classes: number;
  readonly aspects: number;
  readonly problems: number;
  readonly suggestions: number;
}

/** What the tree holds, counted anew. */
export function countTree(tree: readonly IssueClass[] = ISSUE_CLASSES): LedgerTotals {
  const aspects = tree.flatMap((issueClass) => issueClass.aspects);
  const problems = aspects.flatMap((aspect) => aspect.problems);
  return {
    classes: tree.length,
    aspects: aspects.length,
    problems: problems.length,
    suggestions: problems.reduce((sum, { suggestions }) => sum + suggestions.length, 0),
  };
}
