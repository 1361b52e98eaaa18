import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { teamContract } from '@domain/contract/team';
import { dayOf, dayWords } from '@domain/kernel/day';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../../kernel/context';
import { tell } from '../../../records/messages';
import { findActivity } from '../../../repositories/activities';
import { ledTeam } from '../team-in-reach';

type Input = ProcedureParsed<(typeof teamContract)['assign']>;
type Output = ProcedureOutput<(typeof teamContract)['assign']>;

const PAGE = '/packages/life/pages/activity-detail/activity-detail';

export async function assign(context: ChangeContext, { teamId, userId, activityId }: Input): Promise<Output> {
  const team = await ledTeam(context, teamId);
  const activity = await findActivity(context.store, activityId);
  const isTheirs = activity?.teamId === teamId && team.members.includes(userId);
  if (!isTheirs) throw new Problem('NOT_FOUND');
  const { state, startAt, title } = activity;
  if (state !== 'published' || startAt <= context.now) throw new Problem('WRONG_STATE', { state });

  const values = { place: title, day: dayWords(dayOf(startAt)) };
  tell(context, { userId, kind: 'teamTask', values, link: `${PAGE}?id=${activityId}` });
  const { communityId } = team;
  context.record({
    objects: [teamId, activityId],
    subjects: [userId],
    fields: ['asked'],
    place: { communityId },
  });
  return {};
}
