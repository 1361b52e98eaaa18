/** What else may be done with an issue, each with its reason, and how it is sent. */
import type { OpenedIssue } from '@domain/contract/issue';
import type { Role } from '@domain/identity/role';
import { ISSUE_STATES, nextIssueState } from '@domain/issue/issue-state';
import type { Day } from '@domain/kernel/day';
import type { ProblemReport } from '@domain/kernel/problem';
import { ISSUE_WORK_WORDS } from '../../../../messages/ledger';
import { issue as issues } from '../../../../services/issue';
import { changeOnce } from '../../../../services/single-change';
import { mayRelease } from './triage-card/triage.view';

export type ReasonedAct = 'decline' | 'transfer' | 'extend' | 'hide' | 'solved' | 'notSolved' | 'phone';
export type OtherAct = ReasonedAct | 'merge' | 'release';

export interface Other {
  name: OtherAct;
  label: string;
}

const OFFICE: readonly Role[] = ['CA', 'SA'];
const BY_OFFICE = ['extend', 'transfer', 'merge', 'decline'] as const;

/** The sheet that asks for a reason, while it is down. */
export const NOT_ASKING = {
  show: false,
  title: '',
  sentence: '',
  choices: [] as readonly string[],
  confirm: '',
  isDanger: false,
  problem: '',
};

/** Whether it stands elsewhere by now than the page shows; what the machine has not read yet stands where it stood. */
export function isPassed({ code, details }: Pick<ProblemReport, 'code' | 'details'>): boolean {
  return code === 'STALE_VERSION' || ISSUE_STATES.some((state) => state === details['state']);
}

/** On the board after all, the honest ends of the office, a later day, and off the board. */
export function othersOf(issue: OpenedIssue, role: Role): Other[] {
  if (!OFFICE.includes(role)) return [];
  const { state, stage, isHidden, isOnBoard } = issue;
  const names: OtherAct[] = BY_OFFICE.filter((event) => nextIssueState(state, event) !== undefined);
  if (stage !== 'review' && mayRelease(issue)) names.unshift('release');
  if (!isHidden) names.push('hide');
  const { acts } = ISSUE_WORK_WORDS;
  return names.map((name) => ({
    name,
    label: name === 'hide' && isOnBoard ? acts.takeDown : acts[name],
  }));
}

/** What stands beside the reason. */
export interface Typed {
  readonly to: string;
  readonly reference: string;
  readonly dueOn: Day;
}

export type Outcome =
  | { readonly ok: true; readonly data: { readonly state?: string; readonly phone?: string } }
  | { readonly ok: false; readonly problem: Pick<ProblemReport, 'code' | 'details'> };

export interface Sending {
  readonly target: { readonly issueId: string; readonly version: number };
  readonly reason: string;
  readonly typed: Typed;
}

export async function sendReasoned(act: ReasonedAct, { target, reason, typed }: Sending): Promise<Outcome> {
  const { issueId } = target;
  const { to, reference, dueOn } = typed;
  const at = { ...target, reason };
  const senders: Record<ReasonedAct, () => Promise<unknown>> = {
    decline: () => changeOnce({ name: 'decline', input: at }, issues.decline),
    transfer: () => changeOnce({ name: 'transfer', input: { ...at, to, reference } }, issues.transfer),
    extend: () => changeOnce({ name: 'extend', input: { ...at, dueOn } }, issues.extend),
    hide: () => changeOnce({ name: 'hide', input: at }, issues.hide),
    solved: () => changeOnce({ name: 'close', input: { ...at, isSolved: true } }, issues.close),
    notSolved: () => changeOnce({ name: 'close', input: { ...at, isSolved: false } }, issues.close),
    phone: () => changeOnce({ name: 'revealPhone', input: { issueId, reason } }, issues.revealPhone),
  };
  return (await senders[act]()) as Outcome;
}
