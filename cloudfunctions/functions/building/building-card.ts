/** A building in the two figures that may be shown to anybody, or in none. */
import { cardCountsOf } from '@domain/building/share-card';
import { countDoors } from '@domain/census/coverage';
import type { BuildingCard } from '@domain/contract/building';
import { Problem } from '@domain/kernel/problem';
import type { ReadContext } from '../../kernel/context';
import { buildingPlateOf } from '../../records/door-place';
import type { WallDocument } from '../../repositories/documents';
import { wallsOfBuilding } from '../../repositories/walls';

/** Every unit of the building; throws NOT_FOUND for one that nobody built. */
export async function unitsOf(
  { store }: Pick<ReadContext, 'store'>,
  buildingId: string,
): Promise<readonly [WallDocument, ...WallDocument[]]> {
  const [first, ...others] = await wallsOfBuilding(store, buildingId);
  if (first === undefined) throw new Problem('NOT_FOUND');
  return [first, ...others];
}

/** The figures are summed when the card is asked for: they are those of this moment. */
export function cardOf(units: readonly [WallDocument, ...WallDocument[]], asOf: number): BuildingCard {
  const [{ buildingId, address }] = units;
  const counts = countDoors(units.flatMap(({ slots }) => Object.values(slots)));
  return { buildingId, plate: buildingPlateOf(address), ...cardCountsOf(counts), asOf };
}
