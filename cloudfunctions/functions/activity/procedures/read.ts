import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { activityContract } from '@domain/contract/activity';
import { Problem } from '@domain/kernel/problem';
import type { ReadContext } from '../../../kernel/context';
import { findActivity, findQueue, findSignup } from '../../../repositories/activities';
import { isSeen, viewActivity, viewStanding } from '../activity-views';

type Input = ProcedureParsed<(typeof activityContract)['read']>;
type Output = ProcedureOutput<(typeof activityContract)['read']>;

export async function read(context: ReadContext, { activityId }: Input): Promise<Output> {
  const { caller, store } = context;
  const [activity, queue, signup] = await Promise.all([
    findActivity(store, activityId),
    findQueue(store, activityId),
    findSignup(store, activityId, caller.userId),
  ]);
  if (activity === undefined || queue === undefined) throw new Problem('NOT_FOUND');
  const { body, allowanceMinutes, state, teamName, leaderId } = activity;
  context.permit({ isPublished: isSeen(activity) });
  return {
    activity: { ...viewActivity(activity, queue), body, allowanceMinutes, state, team: teamName },
    ...(signup === undefined ? {} : { own: viewStanding(queue, signup) }),
    isLeader: caller.role === 'VO' && leaderId === caller.userId,
  };
}
