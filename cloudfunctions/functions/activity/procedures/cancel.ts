import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { activityContract } from '@domain/contract/activity';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../../kernel/context';
import { checkVersion, ownSignup } from '../own-signup';

type Input = ProcedureParsed<(typeof activityContract)['cancel']>;
type Output = ProcedureOutput<(typeof activityContract)['cancel']>;

/** Gives the place back; within a minute it is the next one's to take. */
export async function cancel(context: ChangeContext, { activityId, version }: Input): Promise<Output> {
  const own = await ownSignup(context, activityId);
  const { activity, signup, standing } = own;
  if (activity.state !== 'published' || signup.state !== 'active' || signup.inAt > 0) {
    throw new Problem('WRONG_STATE', { state: standing.phase });
  }
  checkVersion(own, version);

  context.write.patch('signups', signup._id, { version: version + 1, state: 'cancelled' });
  context.write.patch('activities', activityId, { dueAt: context.now });
  context.record({ objects: [activityId], subjects: [], fields: ['cancelled'], place: {} });
  return { phase: 'cancelled', number: 0 };
}
