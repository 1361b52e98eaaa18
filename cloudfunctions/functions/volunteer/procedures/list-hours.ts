import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { volunteerContract } from '@domain/contract/volunteer';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { hoursPage } from '../../../repositories/hours';
import { volunteersById } from '../../../repositories/volunteers';
import { viewListed } from '../hours-views';

type Input = ProcedureParsed<(typeof volunteerContract)['listHours']>;
type Output = ProcedureOutput<(typeof volunteerContract)['listHours']>;

export async function listHours(context: ReadContext, { state, cursor }: Input): Promise<Output> {
  const territory = context.territory();
  if (territory === undefined) return { hours: [] };
  const { rows, next } = await hoursPage(context.store, territory, { state, cursor });
  const ids = [...new Set(rows.map(({ volunteerId }) => volunteerId))];
  const volunteers = new Map((await volunteersById(context.store, ids)).map((one) => [one._id, one]));
  if (ids.length > 0) context.look({ subjects: ids, fields: ['hours'] });
  const viewer = { keyring: context.keyring, userId: context.caller.userId };
  return {
    hours: rows.map((row) => viewListed(viewer, row, volunteers.get(row.volunteerId))),
    ...nextOf({ next }),
  };
}
