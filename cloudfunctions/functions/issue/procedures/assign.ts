import { ROLE_WORDS } from '@domain/identity/role';
import { isInForce } from '@domain/identity/seat';
import { dayWords, isDay } from '@domain/kernel/day';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { issueContract } from '@domain/contract/issue';
import { ASSIGNEE_ROLES, fitsTrack, leavesIssues, planText } from '@domain/issue/issue';
import type { ChangeContext } from '../../../kernel/context';
import { outliveWords, submitContent } from '../../../records/contents';
import { tell } from '../../../records/messages';
import { findSeat } from '../../../repositories/assignments';
import type { AssignmentDocument, IssueDocument } from '../../../repositories/documents';
import { checkNote, issueAtWork, calledOf, takeStep, workPage } from '../issue-step';

type Input = ProcedureParsed<(typeof issueContract)['assign']>;
type Output = ProcedureOutput<(typeof issueContract)['assign']>;

/** What lies in no community is the street's own work; everything else goes to somebody of the community. */
function mayHave(seat: AssignmentDocument, { communityId, streetId }: IssueDocument): boolean {
  if (communityId === '') return seat.role === 'SA' && seat.scope.streetId === streetId;
  return ASSIGNEE_ROLES.includes(seat.role) && seat.communityIds?.includes(communityId) === true;
}

/** Throws NOT_FOUND for a seat that is not in force, not there, or of another community; FORBIDDEN for the reporter's. */
async function assigneeOf(
  context: ChangeContext,
  issue: IssueDocument,
  seatId: string,
): Promise<AssignmentDocument> {
  const seat = await findSeat(context.store, seatId);
  const isFit =
    seat !== undefined && isInForce(seat, context.today) && mayHave(seat, issue) && leavesIssues(seat.duty);
  if (!isFit) throw new Problem('NOT_FOUND');
  if (issue.reporterIds.includes(seat.userId)) throw new Problem('FORBIDDEN');
  return seat;
}

/** Throws VALIDATION. */
function checkDays({ today }: ChangeContext, { track, dueOn, milestones }: Input): void {
  if (!isDay(dueOn) || dueOn < today) throw new Problem('VALIDATION', { field: 'dueOn' });
  const areDays = milestones.every((milestone) => isDay(milestone.dueOn) && milestone.dueOn >= today);
  if (!areDays || !fitsTrack(track, milestones, dueOn)) {
    throw new Problem('VALIDATION', { field: 'milestones' });
  }
}

/**
 * What everybody will read of a plan goes the way of every text: checked, released by a person, shown. Of an issue that is not on the
 * board the words stay between its reporter and who handles it.
 */
async function handPlanIn(
  context: ChangeContext,
  { _id: subjectId, communityId, isOnBoard, milestones: former }: IssueDocument,
  { milestones }: Input,
): Promise<void> {
  if (!isOnBoard) return;
  if (milestones.length > 0) {
    const text = planText(milestones);
    await submitContent(context, { kind: 'plan', subjectId, communityId, text }, { isFirst: false });
  } else if (former.length > 0) {
    const find: typeof context.store.find = (collection, id) => context.store.find(collection, id);
    const { write, today } = context;
    await outliveWords({ find, write, today }, { kind: 'plan', subjectId });
  }
}

export async function assign(context: ChangeContext, input: Input): Promise<Output> {
  const { issue, state } = await issueAtWork(context, input, 'assign');
  checkDays(context, input);
  for (const { words } of input.milestones) checkNote(words);
  const seat = await assigneeOf(context, issue, input.seatId);
  const { track, dueOn, milestones } = input;
  await handPlanIn(context, issue, input);
  takeStep(context, issue, {
    step: 'assign',
    state,
    dueOn,
    change: {
      assigneeId: seat.userId,
      department: `${ROLE_WORDS[seat.role]} · ${seat.label}`,
      assignedBy: context.caller.userId,
      track,
      dueOn,
      firstDueOn: issue.firstDueOn === '' ? dueOn : issue.firstDueOn,
      milestones,
      isPlanShown: false,
      answeredOn: '',
      wakeOn: '',
    },
  });
  tell(context, {
    userId: seat.userId,
    kind: 'issueGiven',
    values: { ...calledOf(issue), day: dayWords(dueOn) },
    link: workPage(issue),
  });
  return { state };
}
