/** A team as its members and its community see it. */
import type { ListedTeam, TeamMember } from '@domain/contract/team';
import { maskName } from '@domain/register/masking';
import { openVolunteerName } from '../../records/sealed-volunteer';
import type { TeamDocument, VolunteerDocument } from '../../repositories/documents';
import type { Keyring } from '../../vault/keys';

export function viewTeam(team: TeamDocument, userId: string): ListedTeam {
  const { _id, version, name, kind, members, asking, leaderId } = team;
  const isLeader = leaderId === userId;
  return {
    id: _id,
    version,
    name,
    kind,
    members: members.length,
    asking: asking.length,
    isLeader,
    hasLeader: leaderId !== '',
    isMember: members.includes(userId),
  };
}

export function viewMembers(
  keyring: Keyring,
  { leaderId }: TeamDocument,
  volunteers: readonly VolunteerDocument[],
): TeamMember[] {
  return volunteers.map((volunteer) => ({
    userId: volunteer._id,
    name: maskName(openVolunteerName(keyring, volunteer)),
    isLeader: volunteer._id === leaderId,
  }));
}
