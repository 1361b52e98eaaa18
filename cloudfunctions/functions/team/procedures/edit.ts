import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { teamContract } from '@domain/contract/team';
import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../../kernel/context';
import { tell } from '../../../records/messages';
import type { TeamDocument } from '../../../repositories/documents';
import { findVolunteer } from '../../../repositories/volunteers';
import { teamToEdit } from '../team-in-reach';
import { teamPage } from '../../../records/team-page';

type Input = ProcedureParsed<(typeof teamContract)['edit']>;
type Output = ProcedureOutput<(typeof teamContract)['edit']>;

/** Throws NOT_FOUND for who is no member, WRONG_STATE for one who cannot lead. */
async function newLeader(
  context: ChangeContext,
  { _id, name, members }: TeamDocument,
  leaderId: string,
): Promise<Partial<TeamDocument>> {
  const leader = members.includes(leaderId) ? await findVolunteer(context.store, leaderId) : undefined;
  if (leader === undefined) throw new Problem('NOT_FOUND');
  const { state, isAdult } = leader;
  if (state !== 'approved' || !isAdult) throw new Problem('WRONG_STATE', { state });
  const values = { place: name, note: '社区请您当队长' };
  tell(context, { userId: leaderId, kind: 'teamAnswered', values, link: teamPage(_id) });
  return { leaderId };
}

/** The community gives a team another leader, or ends it. */
export async function edit(context: ChangeContext, input: Input): Promise<Output> {
  const team = await teamToEdit(context, input.teamId);
  if (team.version !== input.version) throw new Problem('STALE_VERSION', { version: team.version });
  const { change } = input;
  const outcome = change.is === 'end' ? { state: 'ended' } : await newLeader(context, team, change.leaderId);

  const version = team.version + 1;
  context.write.patch('teams', team._id, { version, ...outcome });
  const subjects = change.is === 'end' ? [] : [change.leaderId];
  const { communityId } = team;
  context.record({ objects: [team._id], subjects, fields: [change.is], place: { communityId } });
  return { version };
}
