import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { serviceMinutes, settlesAt } from '@domain/activity/attendance';
import type { activityContract } from '@domain/contract/activity';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../../kernel/context';
import { recordHours, teamOf } from '../../../records/hours';
import { findTeam } from '../../../repositories/teams';
import { holderOf } from '../check-code';
import { checkPlaced, ownSignup } from '../own-signup';

type Input = ProcedureParsed<(typeof activityContract)['checkout']>;
type Output = ProcedureOutput<(typeof activityContract)['checkout']>;

export async function checkout(context: ChangeContext, { activityId, code }: Input): Promise<Output> {
  const own = await ownSignup(context, activityId);
  const { activity, signup } = own;
  checkPlaced(own);
  const { inAt } = signup;
  const outAt = context.now;
  const isInside = inAt > 0 && signup.outAt === 0 && outAt <= settlesAt(activity);
  if (!isInside) {
    throw new Problem('WRONG_STATE', {
      state: inAt === 0 ? 'outside' : 'left',
      sentence: '没有要签退的，刷新看看',
    });
  }
  const by = holderOf(context, activity, code);

  const minutes = serviceMinutes(activity, { inAt, outAt });
  context.write.patch('signups', signup._id, { version: signup.version + 1, outAt, minutes });
  const team = activity.teamId === '' ? undefined : await findTeam(context.store, activity.teamId);
  const service = {
    volunteerId: signup.userId,
    source: 'activity',
    sourceId: activityId,
    minutes,
    by,
    title: activity.title,
    teamId: teamOf(team, signup.userId),
  } as const;
  const hours = await recordHours(context, service);
  const { communityId } = activity;
  context.record({
    objects: [activityId],
    subjects: [],
    fields: ['outAt', 'minutes'],
    place: { communityId },
  });
  return { at: outAt, minutes, isService: hours !== undefined };
}
