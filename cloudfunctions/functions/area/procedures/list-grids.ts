import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { areaContract } from '@domain/contract/area';
import type { ReadContext } from '../../../kernel/context';
import type { AreaDocument } from '../../../repositories/documents';
import { findCompound, gridsOfCommunity } from '../../../repositories/frame';
import { viewCompound } from '../place-views';

type Input = ProcedureParsed<(typeof areaContract)['listGrids']>;
type Output = ProcedureOutput<(typeof areaContract)['listGrids']>;

/** A compound that two communities share shows each of them its own grids, and another community nothing. */
export async function listGrids(context: ReadContext, { compoundId }: Input): Promise<Output> {
  const compound = await findCompound(context.store, compoundId);
  if (compound === undefined) throw new Problem('NOT_FOUND');
  const { streetId } = compound;
  const within = compound.communityIds.filter((communityId) =>
    context.reaches({ streetId, communityId, compoundId }),
  );
  if (within.length === 0) throw new Problem('NOT_FOUND');
  const grids: AreaDocument[] = [];
  for (const communityId of within) grids.push(...(await gridsOfCommunity(context.store, communityId)));
  return { compound: viewCompound(compound), grids: grids.map(({ _id, name }) => ({ id: _id, name })) };
}
