import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { teamContract } from '@domain/contract/team';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../../kernel/context';
import { tell } from '../../../records/messages';
import type { TeamDocument } from '../../../repositories/documents';
import { ledTeam } from '../team-in-reach';
import { teamPage } from '../../../records/team-page';

type Input = ProcedureParsed<(typeof teamContract)['approveMember']>;
type Output = ProcedureOutput<(typeof teamContract)['approveMember']>;

const MEMBERS_MAX = 200;

/** Whom to ask why is the leader, where the team has one. */
function noteFor(verdict: Input['verdict'], { leaderId }: TeamDocument): string {
  if (verdict === 'approve') return '欢迎入队';
  return `这次没有通过，可以和${leaderId === '' ? '社区' : '队长'}聊聊`;
}

export async function approveMember(context: ChangeContext, input: Input): Promise<Output> {
  const { teamId, userId, verdict } = input;
  const team = await ledTeam(context, teamId);
  if (!team.asking.includes(userId)) throw new Problem('WRONG_STATE', { state: 'notAsking' });
  if (team.version !== input.version) throw new Problem('STALE_VERSION', { version: team.version });
  if (verdict === 'approve' && team.members.length >= MEMBERS_MAX) {
    throw new Problem('WRONG_STATE', { state: 'full' });
  }

  const version = team.version + 1;
  const members = verdict === 'approve' ? [...team.members, userId] : team.members;
  const asking = team.asking.filter((one) => one !== userId);
  context.write.patch('teams', teamId, { version, members, asking });
  const values = { place: team.name, note: noteFor(verdict, team) };
  tell(context, { userId, kind: 'teamAnswered', values, link: teamPage(teamId) });
  const { communityId } = team;
  context.record({ objects: [teamId], subjects: [userId], fields: [verdict], place: { communityId } });
  return { version };
}
