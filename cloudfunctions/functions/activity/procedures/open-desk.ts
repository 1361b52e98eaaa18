import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { activityContract } from '@domain/contract/activity';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../../kernel/context';
import { findActivity } from '../../../repositories/activities';
import { placeOfActivity } from '../activity-place';

type Input = ProcedureParsed<(typeof activityContract)['openDesk']>;
type Output = ProcedureOutput<(typeof activityContract)['openDesk']>;

const DESK_MAX = 10;

export async function openDesk(context: ChangeContext, { activityId }: Input): Promise<Output> {
  const { userId } = context.caller;
  const activity = await findActivity(context.store, activityId);
  if (activity === undefined) throw new Problem('NOT_FOUND');
  context.permit(placeOfActivity(activity));
  const { state, desk, communityId } = activity;
  if (state !== 'published' || desk.length >= DESK_MAX) throw new Problem('WRONG_STATE', { state });
  if (desk.includes(userId)) return {};

  context.write.patch('activities', activityId, { desk: [...desk, userId] });
  context.record({ objects: [activityId], subjects: [], fields: ['desk'], place: { communityId } });
  return {};
}
