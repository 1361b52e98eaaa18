import { Problem } from '@domain/kernel/problem';
import type { ChangeContext } from '../../kernel/context';
import type { TeamDocument } from '../../repositories/documents';
import { findTeam } from '../../repositories/teams';

type Asking = Pick<ChangeContext, 'permit' | 'store'>;

/** A team at work within reach: the community's, or the one that `holderOf` says is somebody's own. Throws NOT_FOUND. */
async function teamInReach(
  { permit, store }: Asking,
  teamId: string,
  holderOf: (team: TeamDocument) => string | undefined,
): Promise<TeamDocument> {
  const team = await findTeam(store, teamId);
  if (team?.state !== 'active') throw new Problem('NOT_FOUND');
  const { communityId, streetId } = team;
  const assignedTo = holderOf(team);
  permit({ communityId, streetId, ...(assignedTo === undefined ? {} : { assignedTo }) });
  return team;
}

/** The community's alone. */
export function teamToEdit(asking: Asking, teamId: string): Promise<TeamDocument> {
  return teamInReach(asking, teamId, () => undefined);
}

export function ledTeam(asking: Asking, teamId: string): Promise<TeamDocument> {
  return teamInReach(asking, teamId, ({ leaderId }) => leaderId);
}

export function ownTeam(
  asking: Asking & Pick<ChangeContext, 'caller'>,
  teamId: string,
): Promise<TeamDocument> {
  const { userId } = asking.caller;
  return teamInReach(asking, teamId, ({ members }) => (members.includes(userId) ? userId : undefined));
}
