import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { areaContract } from '@domain/contract/area';
import { nextOf } from '@domain/kernel/page';
import type { ReadContext } from '../../../kernel/context';
import { buildingsPage, findCompound } from '../../../repositories/frame';
import { viewCompound } from '../place-views';

type Input = ProcedureParsed<(typeof areaContract)['listBuildings']>;
type Output = ProcedureOutput<(typeof areaContract)['listBuildings']>;

export async function listBuildings(context: ReadContext, { compoundId, cursor }: Input): Promise<Output> {
  context.permit({ isPublished: true });
  const compound = await findCompound(context.store, compoundId);
  if (compound === undefined) throw new Problem('NOT_FOUND');
  const { rows, next } = await buildingsPage(context.store, compoundId, cursor);
  return {
    compound: viewCompound(compound),
    buildings: rows.map(({ _id, label, zone }) => ({ id: _id, label, ...(zone === '' ? {} : { zone }) })),
    ...nextOf({ next }),
  };
}
