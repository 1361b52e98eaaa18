import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { mayCheckIn } from '@domain/activity/attendance';
import type { activityContract } from '@domain/contract/activity';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../../kernel/context';
import { holderOf } from '../check-code';
import { checkPlaced, ownSignup } from '../own-signup';

type Input = ProcedureParsed<(typeof activityContract)['checkin']>;
type Output = ProcedureOutput<(typeof activityContract)['checkin']>;

export async function checkin(context: ChangeContext, { activityId, code }: Input): Promise<Output> {
  const own = await ownSignup(context, activityId);
  const { activity, signup } = own;
  checkPlaced(own);
  if (signup.inAt > 0) throw new Problem('WRONG_STATE', { state: 'inside', sentence: '您已经签过到了' });
  if (!mayCheckIn(activity, context.now)) {
    throw new Problem('WRONG_STATE', { state: 'closed', sentence: '还没到签到时间，或者已经结束了' });
  }
  const inBy = holderOf(context, activity, code);

  context.write.patch('signups', signup._id, { version: signup.version + 1, inAt: context.now, inBy });
  const { communityId } = activity;
  context.record({ objects: [activityId], subjects: [], fields: ['inAt'], place: { communityId } });
  return { at: context.now };
}
