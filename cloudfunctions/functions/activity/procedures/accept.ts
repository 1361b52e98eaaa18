import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { activityContract } from '@domain/contract/activity';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../../kernel/context';
import { checkVersion, ownSignup } from '../own-signup';

type Input = ProcedureParsed<(typeof activityContract)['accept']>;
type Output = ProcedureOutput<(typeof activityContract)['accept']>;

export async function accept(context: ChangeContext, { activityId, version }: Input): Promise<Output> {
  const own = await ownSignup(context, activityId);
  const { activity, signup, standing } = own;
  if (activity.state !== 'published' || standing.phase !== 'offered') {
    throw new Problem('WRONG_STATE', { state: standing.phase });
  }
  if (signup.offerUntil < context.now) {
    throw new Problem('EXPIRED', { sentence: '确认的时间过了，名额给了后面的人' });
  }
  checkVersion(own, version);

  context.write.patch('signups', signup._id, { version: version + 1, isAccepted: true });
  context.record({ objects: [activityId], subjects: [], fields: ['placed'], place: {} });
  return { phase: 'placed', number: 0 };
}
