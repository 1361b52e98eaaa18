/** Who is no volunteer any more is in no team; a team that they led waits for the community to name another leader. */
import type { SystemContext } from '../../kernel/context';
import { changeAlone, type Due, type Patch } from '../../records/due-steps';
import { tell } from '../../records/messages';
import { teamPage } from '../../records/team-page';
import type { TeamDocument } from '../../repositories/documents';
import { findTeam, teamsPage } from '../../repositories/teams';
import { endedOf } from '../../repositories/volunteers';

const RUN_MS = 40_000;
const NOTE = '有一位队员不再做志愿者，已经退出，名单里看得到还有谁';

const peopleOf = ({ members, asking }: TeamDocument): readonly string[] => [...members, ...asking];

function without(
  { telling, document: team }: Due<TeamDocument>,
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

export async function leaveTeams(context: SystemContext, communityId: string): Promise<void> {
  const ground = { field: 'communityId', values: [communityId] } as const;
  for (let cursor: string | undefined, isMore = true; isMore; isMore = cursor !== undefined) {
    const { rows, next } = await teamsPage(context.store, ground, cursor);
    const gone = await endedOf(context.store, [...new Set(rows.flatMap(peopleOf))]);
    for (const team of rows.filter((one) => peopleOf(one).some((userId) => gone.has(userId)))) {
      if (context.elapsed() > RUN_MS) return;
      await changeAlone<TeamDocument>(context, {
        ...{ collection: 'teams', id: team._id, purpose: 'leave', find: findTeam },
        judge: (due) => without(due, gone),
      });
    }
    cursor = next;
  }
}
