import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { areaContract } from '@domain/contract/area';
import type { ReadContext } from '../../../kernel/context';
import { buildingPlateOf, doorIdOf } from '../../../records/door-place';
import type { WallDocument } from '../../../repositories/documents';
import { wallsOfBuilding } from '../../../repositories/walls';

type Input = ProcedureParsed<(typeof areaContract)['listDoors']>;
type Output = ProcedureOutput<(typeof areaContract)['listDoors']>;

/** Door names in walking order; of the wall they are taken from, no state is looked at. */
function doorNames(wall: WallDocument): Output['doors'] {
  return Object.entries(wall.slots)
    .sort(([, left], [, right]) => (left.routeKey < right.routeKey ? -1 : 1))
    .map(([slot, { room, floor }]) => ({ id: doorIdOf(wall._id, slot), room, floor }));
}

export async function listDoors(context: ReadContext, { buildingId, unitId }: Input): Promise<Output> {
  context.permit({ isPublished: true });
  const walls = await wallsOfBuilding(context.store, buildingId);
  const shown = unitId === undefined ? walls[0] : walls.find(({ _id }) => _id === unitId);
  if (shown === undefined) throw new Problem('NOT_FOUND');
  return {
    plate: buildingPlateOf(shown.address),
    units: walls.map(({ _id, label }) => ({ id: _id, label })),
    unitId: shown._id,
    doors: doorNames(shown),
  };
}
