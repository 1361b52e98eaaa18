import { dayOf } from '@domain/kernel/day';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { buildingContract } from '@domain/contract/building';
import type { ReadContext } from '../../../kernel/context';
import { findBuilding } from '../../../repositories/frame';
import { groupsOfBuilding, reachOf } from '../../../repositories/groups';

type Input = ProcedureParsed<(typeof buildingContract)['readGroups']>;
type Output = ProcedureOutput<(typeof buildingContract)['readGroups']>;

export async function readGroups(context: ReadContext, { buildingId }: Input): Promise<Output> {
  const building = await findBuilding(context.store, buildingId);
  if (building === undefined) throw new Problem('NOT_FOUND');
  const { streetId, communityId, gridId, compoundId } = building;
  context.permit({ streetId, communityId, gridId, compoundId, buildingId });

  const groups = await groupsOfBuilding(context.store, buildingId);
  return {
    groups: await Promise.all(
      groups.map(async ({ _id, boundAt }) => ({
        id: _id,
        boundOn: dayOf(boundAt),
        reach: await reachOf(context.store, _id),
      })),
    ),
  };
}
