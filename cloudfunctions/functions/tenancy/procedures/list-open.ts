import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { tenancyContract } from '@domain/contract/tenancy';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { householdsById } from '../../../repositories/households';
import { tenanciesForWorker } from '../../../repositories/tenancies';
import { viewOpen } from '../tenancy-views';

type Input = ProcedureParsed<(typeof tenancyContract)['listOpen']>;
type Output = ProcedureOutput<(typeof tenancyContract)['listOpen']>;

export async function listOpen(context: ReadContext, { cursor }: Input): Promise<Output> {
  const territory = context.territory();
  if (territory === undefined) return { tenancies: [] };
  const { rows, next } = await tenanciesForWorker(context.store, territory, cursor);
  if (rows.length === 0) return { tenancies: [] };
  const ids = rows.map(({ _id }) => _id);
  const households = new Map(
    (await householdsById(context.store, ids)).map((household) => [household._id, household]),
  );
  context.look({ subjects: ids, fields: ['tenancy'] });
  const viewer = { keyring: context.keyring, role: context.caller.role };
  return {
    tenancies: rows.map((row) => viewOpen(viewer, row, households.get(row._id))),
    ...nextOf({ next }),
  };
}
