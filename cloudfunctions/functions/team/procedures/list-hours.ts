import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { teamContract, TeamHours } from '@domain/contract/team';
import { nextOf } from '@domain/kernel/page';
import { maskName } from '@domain/register/masking';
import type { ReadContext } from '../../../kernel/context';
import { openVolunteerName } from '../../../records/sealed-volunteer';
import type { HoursDocument, TeamDocument } from '../../../repositories/documents';
import { grantedMinutesOfTeam, hoursOfTeamPage } from '../../../repositories/hours';
import { volunteersById } from '../../../repositories/volunteers';
import { ledTeam } from '../team-in-reach';

type Input = ProcedureParsed<(typeof teamContract)['listHours']>;
type Output = ProcedureOutput<(typeof teamContract)['listHours']>;

/** Masked names of those who served and still belong to the team. */
async function namesOf(
  { keyring, store }: ReadContext,
  { members }: TeamDocument,
  rows: readonly HoursDocument[],
): Promise<ReadonlyMap<string, string>> {
  const served = new Set(rows.map(({ volunteerId }) => volunteerId));
  const volunteers = await volunteersById(
    store,
    members.filter((userId) => served.has(userId)),
  );
  const there = volunteers.filter(({ state }) => state !== 'ended');
  return new Map(there.map((one) => [one._id, maskName(openVolunteerName(keyring, one))]));
}

/** The leader's and the community's: what the team has done, and by whom of those who are in it. */
export async function listHours(context: ReadContext, { teamId, cursor }: Input): Promise<Output> {
  const team = await ledTeam(context, teamId);
  const [{ rows, next }, grantedMinutes] = await Promise.all([
    hoursOfTeamPage(context.store, teamId, cursor),
    grantedMinutesOfTeam(context.store, teamId),
  ]);
  const names = await namesOf(context, team, rows);
  context.look({ subjects: [teamId], fields: ['hours'] });
  const view = ({ _id: id, volunteerId, source, title, minutes, day }: HoursDocument): TeamHours => ({
    ...{ id, source, title, minutes, day },
    name: names.get(volunteerId) ?? '',
  });
  return { name: team.name, grantedMinutes, hours: rows.map(view), ...nextOf({ next }) };
}
