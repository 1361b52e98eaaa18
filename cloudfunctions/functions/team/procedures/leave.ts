import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { teamContract } from '@domain/contract/team';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../../kernel/context';
import { tell } from '../../../records/messages';
import { findTeam } from '../../../repositories/teams';
import { teamPage } from '../../../records/team-page';

type Input = ProcedureParsed<(typeof teamContract)['leave']>;
type Output = ProcedureOutput<(typeof teamContract)['leave']>;

const LEADS = '您是队长，先请社区换一位队长';
const NOTE = '有一位队员退出了，名单里看得到还有谁';

/** Out of a team, or of the line of those who asked. A leader stays until the community has named another one. */
export async function leave(context: ChangeContext, { teamId }: Input): Promise<Output> {
  const { userId } = context.caller;
  context.permit({ about: [userId] });
  const team = await findTeam(context.store, teamId);
  if (team?.state !== 'active') throw new Problem('NOT_FOUND');
  const { leaderId, communityId, name } = team;
  if (leaderId === userId) throw new Problem('WRONG_STATE', { state: 'leads', sentence: LEADS });
  const isMember = team.members.includes(userId);
  if (!isMember && !team.asking.includes(userId)) throw new Problem('NOT_FOUND');

  const members = team.members.filter((one) => one !== userId);
  const asking = team.asking.filter((one) => one !== userId);
  context.write.patch('teams', teamId, { version: team.version + 1, members, asking });
  if (isMember && leaderId !== '') {
    const values = { place: name, note: NOTE };
    tell(context, { userId: leaderId, kind: 'teamAnswered', values, link: teamPage(teamId) });
  }
  context.record({ objects: [teamId], subjects: [], fields: ['left'], place: { communityId } });
  return {};
}
