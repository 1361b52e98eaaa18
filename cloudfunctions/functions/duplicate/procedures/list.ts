import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { duplicateContract } from '@domain/contract/duplicate';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { duplicatePage } from '../../../repositories/duplicates';
import { householdsById } from '../../../repositories/households';
import { viewPair } from '../duplicate-views';

type Input = ProcedureParsed<(typeof duplicateContract)['list']>;
type Output = ProcedureOutput<(typeof duplicateContract)['list']>;

export async function list(context: ReadContext, { state, cursor }: Input): Promise<Output> {
  const territory = context.territory();
  if (territory === undefined) return { pairs: [] };
  const { rows, next } = await duplicatePage(context.store, territory, { state, cursor });
  if (rows.length === 0) return { pairs: [] };
  const ids = [...new Set(rows.flatMap(({ householdIds }) => householdIds))];
  const households = new Map(
    (await householdsById(context.store, ids)).map((household) => [household._id, household]),
  );
  context.look({ subjects: ids, fields: ['members', 'phone'] });
  return {
    pairs: rows.map((row) => viewPair(context, row, households)),
    ...nextOf({ next }),
  };
}
