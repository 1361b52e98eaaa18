import type { ProcedureOutput } from '@domain/kernel/contract';
import type { teamContract } from '@domain/contract/team';
import type { ReadContext } from '../../../kernel/context';
import { teamsPage } from '../../../repositories/teams';

type Output = ProcedureOutput<(typeof teamContract)['listOpen']>;

export async function listOpen(context: ReadContext): Promise<Output> {
  const { seat, userId } = context.caller;
  context.permit({ about: [userId] });
  const values = seat?.scope.communityIds ?? [];
  if (values.length === 0) return { teams: [] };
  const { rows } = await teamsPage(context.store, { field: 'communityId', values }, undefined);
  const others = rows.filter(({ members }) => !members.includes(userId));
  return {
    teams: others.map(({ _id, name, asking }) => ({ id: _id, name, isAsked: asking.includes(userId) })),
  };
}
