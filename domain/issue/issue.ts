/** What is reported, on which of two tracks it is handled, and the days that everybody is told. */
import type { Day } from '../kernel/day';
import type { Role } from '../identity/role';
import type { Duty } from '../identity/seat';

export const ISSUE_KINDS = ['issue', 'suggestion'] as const;
export type IssueKind = (typeof ISSUE_KINDS)[number];

/** at once 立行立改, or by a plan 整改计划 whose milestones are all reached before there is an answer. */
export const ISSUE_TRACKS = ['atOnce', 'plan'] as const;
export type IssueTrack = (typeof ISSUE_TRACKS)[number];

export const ISSUE_TEXT_MAX = 300;
export const ISSUE_TEXT_MIN = 4;
export const MILESTONES_MAX = 6;

/** Days after an answer: the reporter is reminded, and then shown apart as not reached. */
export const REMIND_DAYS = 7;
export const SILENCE_DAYS = 30;

/** Who may be given an issue. */
export const ASSIGNEE_ROLES: readonly Role[] = ['BH', 'GW', 'GV', 'GU', 'PR', 'CA'];

/** Duties that leave no such work to their holder. */
const OTHER_DUTIES: readonly Duty[] = ['collect', 'upload', 'observe'];

/** Whether a seat of such a role may be given one, by its duty. */
export function leavesIssues(duty: Duty | undefined): boolean {
  return duty === undefined || !OTHER_DUTIES.includes(duty);
}

export interface Milestone {
  readonly words: string;
  readonly dueOn: Day;
  readonly doneOn?: Day;
}

/** The words of a plan as they are checked and released: one line a milestone. */
export function planText(milestones: readonly Pick<Milestone, 'words'>[]): string {
  return milestones.map(({ words }) => words).join('\n');
}

/** A plan has milestones, in the order of their days and none after the due day; what is done at once has none. */
export function fitsTrack(
  track: IssueTrack,
  milestones: readonly Pick<Milestone, 'dueOn'>[],
  dueOn: Day,
): boolean {
  if (track === 'atOnce') return milestones.length === 0;
  return (
    milestones.length > 0 &&
    milestones.every(
      ({ dueOn: day }, at) => day <= dueOn && (at === 0 || day >= (milestones[at - 1]?.dueOn ?? '')),
    )
  );
}

export function hasOpenMilestone(
  milestones: readonly (Omit<Milestone, 'doneOn'> & { readonly doneOn?: Day | undefined })[],
): boolean {
  return milestones.some(({ doneOn }) => doneOn === undefined);
}

/** Pairs of neighbouring characters that carry meaning: enough to say that two short texts speak of one thing. */
function pairsOf(text: string): Set<string> {
  const plain = text.replace(/[^\u4e00-\u9fff0-9A-Za-z]/g, '');
  return new Set(
    Array.from({ length: Math.max(0, plain.length - 1) }, (_one, at) => plain.slice(at, at + 2)),
  );
}

/** From 0 to 1: the share of the shorter text's pairs that the other one has too. */
export function likeness(left: string, right: string): number {
  const [one, other] = [pairsOf(left), pairsOf(right)];
  const shorter = Math.min(one.size, other.size);
  if (shorter === 0) return 0;
  return [...one].filter((pair) => other.has(pair)).length / shorter;
}

/** From this share on a report is shown as similar before another one is sent. */
export const SIMILAR_FROM = 0.3;
