import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { censusContract } from '@domain/contract/census';
import type { ReadContext } from '../../../kernel/context';
import { buildingPlateOf, placeOfWall } from '../../../records/door-place';
import type { WallDocument } from '../../../repositories/documents';
import { wallsOfBuilding } from '../../../repositories/walls';
import { countsOf, viewUnit } from '../unit-views';

type Input = ProcedureParsed<(typeof censusContract)['readWall']>;
type Output = ProcedureOutput<(typeof censusContract)['readWall']>;

/** An answer of more doors than this would not fit eight kilobytes; the units beyond are named and read one by one. */
const DOORS_MAX = 100;

function unitsThatFit(walls: readonly WallDocument[], unitId: string | undefined): WallDocument[] {
  if (unitId !== undefined) return walls.filter(({ _id }) => _id === unitId);
  let doors = 0;
  return walls.filter(({ slots }, index) => {
    doors += Object.keys(slots).length;
    return index === 0 || doors <= DOORS_MAX;
  });
}

export async function readWall(context: ReadContext, { buildingId, unitId }: Input): Promise<Output> {
  const walls = await wallsOfBuilding(context.store, buildingId);
  // A unit may lie in another grid than its building: each is asked about.
  const seen = walls.filter((wall) => context.reaches(placeOfWall(wall)));
  const units = unitsThatFit(seen, unitId);
  const [first] = units;
  if (first === undefined) throw new Problem('NOT_FOUND');
  const shown = new Set(units.map(({ _id }) => _id));
  return {
    plate: buildingPlateOf(first.address),
    units: units.map((wall) => viewUnit(wall, context.caller.role)),
    moreUnits: seen.filter(({ _id }) => !shown.has(_id)).map(({ _id, label }) => ({ id: _id, label })),
    counts: countsOf(seen),
    asOf: context.now,
  };
}
