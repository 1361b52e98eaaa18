import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { teamContract } from '@domain/contract/team';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { teamsOf, teamsPage } from '../../../repositories/teams';
import { viewTeam } from '../team-views';

type Input = ProcedureParsed<(typeof teamContract)['list']>;
type Output = ProcedureOutput<(typeof teamContract)['list']>;

/** A volunteer's own teams, or all of a community. */
export async function list(context: ReadContext, { cursor }: Input): Promise<Output> {
  const { userId } = context.caller;
  const territory = context.territory();
  if (territory === undefined) {
    const own = await teamsOf(context.store, userId);
    return { teams: own.map((team) => viewTeam(team, userId)) };
  }
  const { rows, next } = await teamsPage(context.store, territory, cursor);
  return { teams: rows.map((team) => viewTeam(team, userId)), ...nextOf({ next }) };
}
