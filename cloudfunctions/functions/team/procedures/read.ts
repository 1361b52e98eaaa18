import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { teamContract } from '@domain/contract/team';
import type { ReadContext } from '../../../kernel/context';
import { comingOfTeam } from '../../../repositories/activities';
import { volunteersById } from '../../../repositories/volunteers';
import { ownTeam } from '../team-in-reach';
import { viewMembers, viewTeam } from '../team-views';

type Input = ProcedureParsed<(typeof teamContract)['read']>;
type Output = ProcedureOutput<(typeof teamContract)['read']>;

/** Only volunteers are read and counted, whatever the row still says. Who asks to join is for those to read who decide about it. */
export async function read(context: ReadContext, { teamId }: Input): Promise<Output> {
  const { caller, keyring, store } = context;
  const stored = await ownTeam(context, teamId);
  const decides = caller.role !== 'VO' || stored.leaderId === caller.userId;
  const [volunteers, tasks] = await Promise.all([
    volunteersById(store, [...stored.members, ...(decides ? stored.asking : [])]),
    comingOfTeam(store, teamId, context.now),
  ]);
  const there = volunteers.filter(({ state }) => state !== 'ended');
  const those = (ids: readonly string[]) => there.filter(({ _id }) => ids.includes(_id));
  const idsOf = (ids: readonly string[]) => those(ids).map(({ _id }) => _id);
  const [leaderId = ''] = idsOf([stored.leaderId]);
  const asking = decides ? idsOf(stored.asking) : stored.asking;
  const team = { ...stored, leaderId, members: idsOf(stored.members), asking };
  context.look({ subjects: [teamId], fields: ['members'] });
  return {
    team: viewTeam(team, caller.userId),
    members: viewMembers(keyring, team, those(team.members)),
    asking: decides ? viewMembers(keyring, team, those(asking)) : [],
    tasks: tasks.map(({ _id: id, title, startAt }) => ({ id, title, startAt })),
  };
}
