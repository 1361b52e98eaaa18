/**
 * Who is no volunteer any more is in no team; a team that they led waits for the community to name another leader. The change that ends
 * a volunteer says so to the teams; once an hour those are looked through whom somebody asked to join in that very moment.
 */
import type { ChangeContext, SystemContext } from '../../kernel/context';
import { changeAlone, type Patch } from '../../records/due-steps';
import { tell } from '../../records/messages';
import { teamPage } from '../../records/team-page';
import type { TeamDocument } from '../../repositories/documents';
import { findTeam, teamsAround, teamsPage } from '../../repositories/teams';
import { endedOf } from '../../repositories/volunteers';

const RUN_MS = 40_000;
const NOTE = '有一位队员不再做志愿者，已经退出，名单里看得到还有谁';

const peopleOf = ({ members, asking }: TeamDocument): readonly string[] => [...members, ...asking];

function without(
  telling: Parameters<typeof tell>[0],
  team: TeamDocument,
  gone: ReadonlySet<string>,
): Patch<TeamDocument> | undefined {
  const { _id, name, leaderId, members, asking, state } = team;
  if (state !== 'active' || !peopleOf(team).some((userId) => gone.has(userId))) return undefined;
  const isLed = leaderId !== '' && !gone.has(leaderId);
  const staying = members.filter((userId) => !gone.has(userId));
  if (isLed && staying.length < members.length) {
    const values = { place: name, note: NOTE };
    tell(telling, { userId: leaderId, kind: 'teamAnswered', values, link: teamPage(_id) });
  }
  return {
    leaderId: isLed ? leaderId : '',
    members: staying,
    asking: asking.filter((userId) => !gone.has(userId)),
  };
}

/** Takes one volunteer out of every team, with the change that ends them; answers which teams. */
export async function leaveOwnTeams(context: ChangeContext, userId: string): Promise<readonly string[]> {
  const left: string[] = [];
  for (const { _id } of await teamsAround(context.store, userId)) {
    const team = await findTeam(context.store, _id);
    // One leader may lead two teams of one name: each message has its own id.
    const telling = { ...context, idFor: (made: string) => context.idFor(`${_id}.${made}`) };
    const change = team === undefined ? undefined : without(telling, team, new Set([userId]));
    if (team === undefined || change === undefined) continue;
    context.write.patch('teams', _id, { ...change, version: team.version + 1 });
    left.push(_id);
  }
  return left;
}

export async function leaveTeams(context: SystemContext, communityId: string): Promise<void> {
  const ground = { field: 'communityId', values: [communityId] } as const;
  for (let cursor: string | undefined, isMore = true; isMore; isMore = cursor !== undefined) {
    const { rows, next } = await teamsPage(context.store, ground, cursor);
    const gone = await endedOf(context.store, [...new Set(rows.flatMap(peopleOf))]);
    for (const team of rows.filter((one) => peopleOf(one).some((userId) => gone.has(userId)))) {
      if (context.elapsed() > RUN_MS) return;
      await changeAlone<TeamDocument>(context, {
        ...{ collection: 'teams', id: team._id, purpose: 'leave', find: findTeam },
        judge: ({ telling, document }) => without(telling, document, gone),
      });
    }
    cursor = next;
  }
}
