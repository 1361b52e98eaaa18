import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { activityContract } from '@domain/contract/activity';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { activitiesOf, queuesOf, signupsOfUser } from '../../../repositories/activities';
import { viewSignedUp } from '../activity-views';

type Input = ProcedureParsed<(typeof activityContract)['listOwn']>;
type Output = ProcedureOutput<(typeof activityContract)['listOwn']>;

/** What somebody signed up for as a resident and what as a volunteer is theirs in both seats. */
export async function listOwn(context: ReadContext, { cursor }: Input): Promise<Output> {
  const { caller, store } = context;
  context.permit({ about: [caller.userId] });
  const { rows, next } = await signupsOfUser(store, caller.userId, cursor);
  const ids = rows.map(({ activityId }) => activityId);
  const [activities, queues] = await Promise.all([activitiesOf(store, ids), queuesOf(store, ids)]);
  return {
    activities: rows.flatMap((signup) => {
      const [activity, queue] = [activities.get(signup.activityId), queues.get(signup.activityId)];
      if (activity === undefined || queue === undefined) return [];
      return [viewSignedUp(activity, queue, signup)];
    }),
    ...nextOf({ next }),
  };
}
