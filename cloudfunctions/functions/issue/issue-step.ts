/** How an issue takes a step: found, permitted, allowed from its state, in the version that was seen; then written with its history. */
import { aspectName } from '@domain/issue/categories';
import { nextIssueState, stageOf, type IssueEvent, type IssueState } from '@domain/issue/issue-state';
import { STEP_WORDS, type IssueStepName } from '@domain/issue/issue-step';
import { addDays } from '@domain/kernel/calendar';
import { dayOf, dayWords } from '@domain/kernel/day';
import { allowed, Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../kernel/context';
import type { Place } from '../../policies/permit';
import { refuseTraces } from '../../records/contents';
import { tell } from '../../records/messages';
import type { IssueDocument } from '../../repositories/documents';
import { findIssue } from '../../repositories/issues';
import { withStep } from '../../records/issue-words';

/** As people say it on the phone: eight characters. */
export function numberOf({ _id }: Pick<IssueDocument, '_id'>): string {
  return _id.slice(0, 8).toUpperCase();
}

/**
 * What a message calls it: where it is and of what kind, before it is sorted by its day, the number behind. What the street alone sees
 * is told by its number only, and nothing is in the reporter's own words: a message is not sealed.
 */
export function calledOf({
  _id,
  aspect,
  at,
  isStreetOnly,
  kind,
  plate,
}: Pick<IssueDocument, '_id' | 'aspect' | 'at' | 'isStreetOnly' | 'kind' | 'plate'>): {
  readonly place: string;
  /** For the end of the sentence. */
  readonly note: string;
} {
  const sort = aspectName(aspect);
  const unsorted = `${dayWords(dayOf(at))}${kind === 'issue' ? '反映的问题' : '提的建议'}`;
  const open = `${plate.compound}${plate.line}，${sort === '' ? unsorted : sort}`;
  return { place: isStreetOnly ? '只给街道看的一件事' : open, note: `（编号 ${numberOf({ _id })}）` };
}

/** Pictures and a number stay as long as somebody may still ask. */
const KEPT_DAYS = 30;
const OWN_PAGE = '/packages/life/pages/my-issues/my-issues';

/** Where it is handled. */
export function workPage({ _id }: Pick<IssueDocument, '_id'>): string {
  return `/packages/ledger/pages/issue-work/issue-work?id=${_id}`;
}

/** Where an issue stands on the map of permissions; an empty field is nobody's territory. */
export function placeOf(issue: IssueDocument): Place {
  const { streetId, communityId, gridId, compoundId, buildingId, assigneeId, reporterIds } = issue;
  const ground = Object.entries({ communityId, gridId, compoundId, buildingId }).filter(
    ([, id]) => id !== '',
  );
  return {
    streetId,
    ...Object.fromEntries(ground),
    about: reporterIds,
    ...(assigneeId === '' ? {} : { assignedTo: assigneeId }),
    isPublished: issue.isOnBoard,
  };
}

export interface Target {
  readonly issueId: string;
  readonly version: number;
}

interface Found {
  readonly issue: IssueDocument;
  readonly state: IssueState;
}

/** The issue within reach. Throws NOT_FOUND. */
export async function issueWithinReach(
  context: Pick<ChangeContext, 'store' | 'permit'>,
  issueId: string,
): Promise<IssueDocument> {
  const issue = await findIssue(context.store, issueId);
  if (issue === undefined) throw new Problem('NOT_FOUND');
  context.permit(placeOf(issue));
  return issue;
}

/** Throws NOT_FOUND, WRONG_STATE, STALE_VERSION. */
export async function issueBefore(context: ChangeContext, target: Target, event: IssueEvent): Promise<Found> {
  const issue = await issueWithinReach(context, target.issueId);
  const state = allowed(nextIssueState(issue.state, event), issue.state);
  if (issue.version !== target.version) throw new Problem('STALE_VERSION', { version: issue.version });
  return { issue, state };
}

/** The same for somebody at work, who decides nothing about what they reported themselves. Throws FORBIDDEN too. */
export async function issueAtWork(context: ChangeContext, target: Target, event: IssueEvent): Promise<Found> {
  const found = await issueBefore(context, target, event);
  if (found.issue.reporterIds.includes(context.caller.userId)) throw new Problem('FORBIDDEN');
  return found;
}

export interface Step {
  readonly step: IssueStepName;
  readonly state: IssueState;
  readonly note?: string;
  readonly dueOn?: string;
  readonly change?: Partial<IssueDocument>;
  /** Reason of the audit record, where the action asks for one. */
  readonly reason?: string;
}

/** Day and number: what is promised by its day, what waits by the day on which it began to. */
export function sortKeyOf(issue: Pick<IssueDocument, '_id' | 'stage' | 'dueOn'>, now: number): string {
  return `${issue.stage === 'work' ? issue.dueOn : dayOf(now)} ${issue._id}`;
}

/** In which role a step was taken; not of a reporter without a name: of a building there is one head. */
function roleIn({ caller }: ChangeContext, { isAnonymous, reporterIds }: IssueDocument) {
  return isAnonymous && reporterIds.includes(caller.userId) ? {} : { role: caller.role };
}

/** Everything about the step in one patch; followers are told within a minute, the reporter with it. */
export function takeStep(context: ChangeContext, issue: IssueDocument, step: Step): void {
  const { caller, keyring, now } = context;
  const isReporter = issue.reporterIds.includes(caller.userId);
  const stage = stageOf(step.state);
  const next = { ...issue, ...step.change, stage };
  const { note, dueOn } = step;
  const workedBy =
    isReporter || issue.workedBy.includes(caller.userId)
      ? issue.workedBy
      : [...issue.workedBy, caller.userId];
  context.write.patch('issues', issue._id, {
    ...step.change,
    version: issue.version + 1,
    state: step.state,
    stage,
    workedBy,
    history: withStep(keyring, issue, {
      step: step.step,
      at: now,
      ...roleIn(context, issue),
      ...(note === undefined ? {} : { note }),
      ...(dueOn === undefined ? {} : { dueOn }),
    }),
    hasNews: true,
    purgeOn: stage === 'ended' ? addDays(context.today, KEPT_DAYS) : '',
    sortKey: stage === issue.stage && stage !== 'work' ? issue.sortKey : sortKeyOf(next, now),
  });
  if (!isReporter) tellReporters(context, issue, step);
  recordStep(context, issue, step);
}

function tellReporters(context: ChangeContext, issue: IssueDocument, { step, change }: Step): void {
  for (const userId of issue.reporterIds) {
    const { place, note } = calledOf({ ...issue, ...change });
    const values = { place, note: `${STEP_WORDS[step]}${note}` };
    tell(context, {
      userId,
      kind: step === 'answer' ? 'issueAnswered' : 'issueMoved',
      values,
      link: OWN_PAGE,
    });
  }
}

/** The audit's part names the issue and no person: whoever reported it without a name stays without one. */
export function recordStep(
  context: ChangeContext,
  { _id, communityId, compoundId, gridId, buildingId }: IssueDocument,
  { step, reason, subjects = [] }: Pick<Step, 'step' | 'reason'> & { readonly subjects?: readonly string[] },
): void {
  context.record({
    objects: [_id],
    subjects: [_id, ...subjects],
    fields: [step],
    place: { buildingId, gridId, compoundId, communityId },
    ...(reason === undefined ? {} : { reason }),
  });
}

/** What staff write is read by the reporter, and perhaps by everybody. Throws CONTENT_REJECTED. */
export function checkNote(note: string): void {
  if (note !== '') refuseTraces(note);
}
