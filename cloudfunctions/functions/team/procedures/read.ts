import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { teamContract } from '@domain/contract/team';
import type { ReadContext } from '../../../kernel/context';
import { comingOfTeam } from '../../../repositories/activities';
import { volunteersById } from '../../../repositories/volunteers';
import { ownTeam } from '../team-in-reach';
import { viewMembers, viewTeam } from '../team-views';

type Input = ProcedureParsed<(typeof teamContract)['read']>;
type Output = ProcedureOutput<(typeof teamContract)['read']>;

/** Who is no volunteer any more is not read, though it takes an hour until the team is without them. Who asks to join is for those to read who decide about it. */
export async function read(context: ReadContext, { teamId }: Input): Promise<Output> {
  const { caller, keyring, store } = context;
  const team = await ownTeam(context, teamId);
  const decides = caller.role !== 'VO' || team.leaderId === caller.userId;
  const asking = decides ? team.asking : [];
  const [volunteers, tasks] = await Promise.all([
    volunteersById(store, [...team.members, ...asking]),
    comingOfTeam(store, teamId, context.now),
  ]);
  const there = volunteers.filter(({ state }) => state !== 'ended');
  const those = (ids: readonly string[]) => there.filter(({ _id }) => ids.includes(_id));
  context.look({ subjects: [teamId], fields: ['members'] });
  return {
    team: viewTeam(team, caller.userId),
    members: viewMembers(keyring, team, those(team.members)),
    asking: viewMembers(keyring, team, those(asking)),
    tasks: tasks.map(({ _id: id, title, startAt }) => ({ id, title, startAt })),
  };
}
