import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import type { censusContract } from '@domain/contract/census';
import type { Role } from '@domain/identity/role';
import type { ReadContext } from '../../../kernel/context';
import type { AreaFilter } from '../../../policies/area-scope';
import { buildingPlateOf, placeOfWall } from '../../../records/door-place';
import type { WallDocument } from '../../../repositories/documents';
import { wallsOfAssignee, wallsOfBuilding, wallsOfCompound, wallsOfGrid } from '../../../repositories/walls';
import { countsOf, flaggedIn } from '../unit-views';

type Input = ProcedureParsed<(typeof censusContract)['listWalls']>;
type Output = ProcedureOutput<(typeof censusContract)['listWalls']>;

/** A list of buildings fits one answer up to here; a larger territory is walked compound by compound. */
const BUILDINGS_MAX = 40;

async function wallsOf(context: ReadContext, compoundId: string | undefined): Promise<WallDocument[]> {
  const territory: AreaFilter | undefined = context.territory();
  const { cell, userId } = context.caller;
  if (cell.scope === 'T') return wallsOfAssignee(context.store, userId);
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

interface BuildingRow {
  readonly row: Output['buildings'][number];
  /** Where the building stands on the way one walks. */
  readonly route: string;
}

function viewBuilding(units: readonly WallDocument[], role: Role): BuildingRow {
  const [first] = units;
  if (first === undefined) throw new Error('a building without a unit has no row');
  const plate = buildingPlateOf(first.address);
  return {
    row: { id: first.buildingId, plate, counts: countsOf(units), flagged: flaggedIn(units, role) },
    route: plate.compound + (Object.values(first.slots)[0]?.routeKey ?? ''),
  };
}

export async function listWalls(context: ReadContext, { compoundId }: Input): Promise<Output> {
  const walls = await wallsOf(context, compoundId);
  const seen = walls.filter((wall) => context.reaches(placeOfWall(wall)));
  const buildings = new Map<string, WallDocument[]>();
  for (const wall of seen) buildings.set(wall.buildingId, [...(buildings.get(wall.buildingId) ?? []), wall]);
  const rows = [...buildings.values()].map((units) => viewBuilding(units, context.caller.role));
  rows.sort((left, right) => (left.route < right.route ? -1 : 1));
  return {
    buildings: rows.slice(0, BUILDINGS_MAX).map(({ row }) => row),
    asOf: context.now,
  };
}
