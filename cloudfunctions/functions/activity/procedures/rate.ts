import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { activityContract } from '@domain/contract/activity';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../../kernel/context';
import { ownSignup } from '../own-signup';

type Input = ProcedureParsed<(typeof activityContract)['rate']>;
type Output = ProcedureOutput<(typeof activityContract)['rate']>;

export async function rate(context: ChangeContext, { activityId, stars }: Input): Promise<Output> {
  const { activity, signup } = await ownSignup(context, activityId);
  const wasThere = signup.inAt > 0 && activity.state !== 'cancelled';
  if (!wasThere || signup.stars > 0) {
    throw new Problem('WRONG_STATE', { state: signup.stars > 0 ? 'rated' : 'absent' });
  }

  context.write.patch('signups', signup._id, { version: signup.version + 1, stars });
  context.record({ objects: [activityId], subjects: [], fields: ['stars'], place: {} });
  return { stars };
}
