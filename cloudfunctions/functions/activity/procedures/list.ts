import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { activityContract } from '@domain/contract/activity';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { comingActivities, queuesOf } from '../../../repositories/activities';
import { viewActivity } from '../activity-views';

type Input = ProcedureParsed<(typeof activityContract)['list']>;
type Output = ProcedureOutput<(typeof activityContract)['list']>;

/** An activity stays in the list for so long after it began. */
const UNDER_WAY_MS = 12 * 3_600_000;

export async function list(context: ReadContext, { cursor }: Input): Promise<Output> {
  context.permit({ isPublished: true });
  const { rows, next } = await comingActivities(context.store, context.now - UNDER_WAY_MS, cursor);
  const queues = await queuesOf(
    context.store,
    rows.map(({ _id }) => _id),
  );
  return {
    activities: rows.map((activity) => viewActivity(activity, queues.get(activity._id))),
    ...nextOf({ next }),
  };
}
