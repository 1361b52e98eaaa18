import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { teamContract } from '@domain/contract/team';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../../kernel/context';
import { findTeam } from '../../../repositories/teams';

type Input = ProcedureParsed<(typeof teamContract)['join']>;
type Output = ProcedureOutput<(typeof teamContract)['join']>;

const ASKING_MAX = 50;

/** Asks to join a team of the own community. */
export async function join(context: ChangeContext, { teamId }: Input): Promise<Output> {
  const { userId, seat } = context.caller;
  context.permit({ about: [userId] });
  const team = await findTeam(context.store, teamId);
  const isNear = team?.state === 'active' && seat?.scope.communityIds?.includes(team.communityId) === true;
  if (!isNear) throw new Problem('NOT_FOUND');
  const isKnown = [...team.members, ...team.asking].includes(userId);
  if (isKnown || team.asking.length >= ASKING_MAX) throw new Problem('WRONG_STATE', { state: 'known' });

  context.write.patch('teams', teamId, { version: team.version + 1, asking: [...team.asking, userId] });
  const { communityId } = team;
  context.record({ objects: [teamId], subjects: [], fields: ['asking'], place: { communityId } });
  return {};
}
