import { wordsOfText } from '@domain/activity/activity-words';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { activityContract } from '@domain/contract/activity';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { unreleasedTexts } from '../../../records/contents';
import { deskActivities, queuesOf } from '../../../repositories/activities';
import { viewActivity } from '../activity-views';

type Input = ProcedureParsed<(typeof activityContract)['listDesk']>;
type Output = ProcedureOutput<(typeof activityContract)['listDesk']>;

export async function listDesk(context: ReadContext, { state, cursor }: Input): Promise<Output> {
  const territory = context.territory();
  if (territory === undefined) return { activities: [] };
  const { rows, next } = await deskActivities(context.store, territory, { state, cursor });
  const queues = await queuesOf(
    context.store,
    rows.map(({ _id }) => _id),
  );
  const texts = await unreleasedTexts(context, 'activity', rows);
  const named = rows.map((activity) => {
    const text = texts.get(activity._id);
    return text === undefined ? activity : { ...activity, ...wordsOfText(text) };
  });
  return {
    activities: named.map((activity) => ({
      ...viewActivity(activity, queues.get(activity._id)),
      communityId: activity.communityId,
      version: activity.version,
      state: activity.state,
      body: activity.body,
      allowanceMinutes: activity.allowanceMinutes,
      teamId: activity.teamId,
    })),
    ...nextOf({ next }),
  };
}
