import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { censusContract } from '@domain/contract/census';
import type { ReadContext } from '../../../kernel/context';
import type { AreaFilter } from '../../../policies/area-scope';
import { buildingPlateOf, pathOf } from '../../../records/door-place';
import type { WallDocument } from '../../../repositories/documents';
import { wallsOfBuilding, wallsOfCompound, wallsOfGrid } from '../../../repositories/walls';
import { countsOf, flaggedIn } from '../unit-views';

type Input = ProcedureParsed<(typeof censusContract)['listWalls']>;
type Output = ProcedureOutput<(typeof censusContract)['listWalls']>;

/** A list of buildings fits one answer up to here; a larger territory is walked compound by compound. */
const BUILDINGS_MAX = 40;

async function wallsOf(context: ReadContext, compoundId: string | undefined): Promise<WallDocument[]> {
  const territory: AreaFilter | undefined = context.territory();
  if (compoundId !== undefined) return wallsOfCompound(context.store, compoundId);
  if (territory?.field === 'gridId') {
    return (await Promise.all(territory.values.map((gridId) => wallsOfGrid(context.store, gridId)))).flat();
  }
  if (territory?.field === 'buildingId') {
    return (await Promise.all(territory.values.map((id) => wallsOfBuilding(context.store, id)))).flat();
  }
  // A community or the street is entered through its compounds, whose figures stand on the board.
  return [];
}

type BuildingRow = Output['buildings'][number] & { readonly route: string };

/** One building's units as one row; `route` is where it stands on the way one walks. */
function viewBuilding(units: readonly WallDocument[]): BuildingRow {
  const [first] = units;
  if (first === undefined) throw new Error('a building without a unit has no row');
  return {
    id: first.buildingId,
    plate: buildingPlateOf(first.address),
    counts: countsOf(units),
    flagged: flaggedIn(units),
    route: Object.values(first.slots)[0]?.routeKey ?? '',
  };
}

export async function listWalls(context: ReadContext, { compoundId }: Input): Promise<Output> {
  const walls = await wallsOf(context, compoundId);
  const seen = walls.filter((wall) => context.reaches(pathOf({ ...wall, unitId: wall._id })));
  const buildings = new Map<string, WallDocument[]>();
  for (const wall of seen) buildings.set(wall.buildingId, [...(buildings.get(wall.buildingId) ?? []), wall]);
  const rows = [...buildings.values()].map(viewBuilding);
  rows.sort((left, right) =>
    left.plate.compound + left.route < right.plate.compound + right.route ? -1 : 1,
  );
  return {
    buildings: rows.slice(0, BUILDINGS_MAX).map(({ route: _route, ...row }) => row),
    asOf: context.now,
  };
}
