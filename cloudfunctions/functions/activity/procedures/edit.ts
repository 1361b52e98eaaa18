import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { nextActivityState, type ActivityState } from '@domain/activity/activity-state';
import { wordsAsText } from '@domain/activity/activity-words';
import { presentIn } from '@domain/activity/places';
import type { activityContract } from '@domain/contract/activity';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../../kernel/context';
import { submitContent } from '../../../records/contents';
import { findActivity, findQueue } from '../../../repositories/activities';
import type { ActivityDocument, ActivityQueueDocument, TeamDocument } from '../../../repositories/documents';
import { findTeam } from '../../../repositories/teams';
import { placeOfActivity } from '../activity-place';

type Input = ProcedureParsed<(typeof activityContract)['edit']>;
type Output = ProcedureOutput<(typeof activityContract)['edit']>;

const KEPT = '已经发布或者有人报了名：时间不能改、名额不能减，要改请取消后重发';
const LONGEST_MS = 12 * 3_600_000;

/** Sign-up ends before it begins, and it begins before it ends. Throws VALIDATION. */
function checkTimes({ now }: ChangeContext, { startAt, endAt, closesAt }: Input): void {
  if (startAt <= now) throw new Problem('VALIDATION', { field: 'startAt', sentence: '开始的时间要在以后' });
  if (endAt <= startAt || endAt - startAt > LONGEST_MS) {
    throw new Problem('VALIDATION', { field: 'endAt', sentence: '结束要在开始之后，最多 12 小时' });
  }
  if (closesAt > startAt || closesAt <= now) {
    throw new Problem('VALIDATION', { field: 'closesAt', sentence: '报名要在开始之前结束' });
  }
}

/** Throws VALIDATION for a team of another community. */
async function teamOf(
  { store }: ChangeContext,
  { teamId, communityId }: Input,
): Promise<TeamDocument | undefined> {
  if (teamId === undefined) return undefined;
  const team = await findTeam(store, teamId);
  if (team?.communityId !== communityId || team.state !== 'active') {
    throw new Problem('VALIDATION', { field: 'teamId' });
  }
  return team;
}

/**
 * Where people have signed up, neither day nor hour moves under them and no place goes: they keep their places while an activity is
 * taken down and comes back. Throws WRONG_STATE.
 */
async function checkKept(
  { store }: ChangeContext,
  former: ActivityDocument,
  { startAt, endAt, capacity }: Input,
): Promise<void> {
  const { _id, state } = former;
  const isMoved = former.startAt !== startAt || former.endAt !== endAt || capacity < former.capacity;
  if (!isMoved) return;
  const queue = state === 'published' ? undefined : await findQueue(store, _id);
  const isFree = queue !== undefined && presentIn(queue).length === 0;
  if (!isFree) throw new Problem('WRONG_STATE', { state, sentence: KEPT });
}

/** The activity as it stands, in the version that was seen. Throws NOT_FOUND, WRONG_STATE, STALE_VERSION. */
async function standing(context: ChangeContext, input: Input): Promise<ActivityDocument | undefined> {
  if (input.activityId === undefined) return undefined;
  const former = await findActivity(context.store, input.activityId);
  if (former === undefined) throw new Problem('NOT_FOUND');
  context.permit(placeOfActivity(former));
  if (nextActivityState(former.state, 'edit') === undefined) {
    throw new Problem('WRONG_STATE', { state: former.state });
  }
  if (former.version !== input.version) throw new Problem('STALE_VERSION', { version: former.version });
  return former;
}

interface Draft {
  readonly _id: string;
  readonly state: ActivityState;
  readonly streetId: string;
  readonly team: TeamDocument | undefined;
}

function newActivity(
  context: ChangeContext,
  { _id, state, streetId, team }: Draft,
  input: Input,
): ActivityDocument {
  const { communityId, startAt, endAt, closesAt, capacity, allowanceMinutes } = input;
  return {
    _id,
    version: 1,
    state,
    communityId,
    streetId,
    teamId: team?._id ?? '',
    teamName: team?.name ?? '',
    leaderId: team?.leaderId ?? '',
    title: '',
    place: '',
    body: '',
    startAt,
    endAt,
    closesAt,
    capacity,
    allowanceMinutes,
    madeBy: context.caller.userId,
    desk: [],
    dueAt: 0,
    at: context.now,
  };
}

function newQueue({ _id, closesAt, capacity }: ActivityDocument): ActivityQueueDocument {
  return { _id, isOpen: false, closesAt, capacity, arrivals: [], gone: [], strays: {} };
}

function write(context: ChangeContext, next: ActivityDocument, former: ActivityDocument | undefined): void {
  if (former === undefined) {
    context.write.insert('activities', next);
    context.write.insert('activityQueues', newQueue(next));
    return;
  }
  const { startAt, endAt, closesAt, capacity, allowanceMinutes, teamId, teamName, leaderId, version, state } =
    next;
  const figures = { startAt, endAt, closesAt, capacity, allowanceMinutes };
  context.write.patch('activities', next._id, { ...figures, teamId, teamName, leaderId, version, state });
  context.write.patch('activityQueues', next._id, { closesAt, capacity });
}

/** Whether other words go to the desk. Throws CONTENT_REJECTED. */
async function submitWords(
  context: ChangeContext,
  input: Input,
  { _id, former }: { readonly _id: string; readonly former: ActivityDocument | undefined },
): Promise<boolean> {
  const text = wordsAsText(input);
  if (former?.state === 'published' && text === wordsAsText(former)) return false;
  const { communityId } = input;
  const content = { kind: 'activity', subjectId: _id, communityId, text } as const;
  await submitContent(context, content, { isFirst: former === undefined });
  return true;
}

/** What follows from how it stood: a new one begins at the desk, a published one stays published. */
function afterFormer(
  context: ChangeContext,
  former: ActivityDocument | undefined,
): Pick<ActivityDocument, '_id' | 'version' | 'state'> {
  if (former === undefined) return { _id: context.idFor('activity'), version: 1, state: 'checking' };
  const { _id, version, state } = former;
  return { _id, version: version + 1, state: nextActivityState(state, 'edit') ?? state };
}

/** Words go to the desk; figures stand at once. */
export async function edit(context: ChangeContext, input: Input): Promise<Output> {
  const former = await standing(context, input);
  const { communityId } = input;
  const { streetId } = await context.campaign();
  context.permit({ communityId, streetId });
  checkTimes(context, input);
  if (former !== undefined) await checkKept(context, former, input);
  const team = await teamOf(context, input);

  const { _id, version, state } = afterFormer(context, former);
  const isReworded = await submitWords(context, input, { _id, former });
  write(context, { ...newActivity(context, { _id, state, streetId, team }, input), version }, former);
  context.record({
    objects: [_id],
    subjects: [],
    fields: isReworded ? [state, 'words'] : [state],
    place: { communityId },
  });
  return { activityId: _id, version, state };
}
