import type { Page } from '@domain/kernel/page';
import type { Reader } from '../kernel/store';
import type { WallDocument } from './documents';
import { readPage } from './pages';

const UNITS_MAX = 60;
const WALLS_MAX = 1000;
const NAME = 'walls';

/** A list that fills its read may be longer than it: figures from it would be wrong, and nobody would know. */
async function whole(limit: number, reading: Promise<WallDocument[]>): Promise<WallDocument[]> {
  const walls = await reading;
  if (walls.length >= limit) throw new Error(`more walls than one read of ${limit} holds`);
  return walls;
}

export function findWall(reader: Reader, unitId: string): Promise<WallDocument | undefined> {
  return reader.find<WallDocument>(NAME, unitId);
}

/** Some units by id, in no order. */
export function wallsById(reader: Reader, unitIds: readonly string[]): Promise<WallDocument[]> {
  return reader.search<WallDocument>(NAME, { where: { _id: { in: unitIds } }, limit: UNITS_MAX });
}

/** Units of a building in their order; throws where one read does not hold them. Index building_order. */
export function wallsOfBuilding(reader: Reader, buildingId: string): Promise<WallDocument[]> {
  return whole(
    UNITS_MAX,
    reader.search<WallDocument>(NAME, {
      where: { buildingId },
      order: [['order', 'asc']],
      limit: UNITS_MAX,
    }),
  );
}

/** Every unit of a compound, building by building; throws where one read does not hold them. Index compound_building. */
export function wallsOfCompound(reader: Reader, compoundId: string): Promise<WallDocument[]> {
  return whole(
    WALLS_MAX,
    reader.search<WallDocument>(NAME, {
      where: { compoundId },
      order: [
        ['buildingId', 'asc'],
        ['order', 'asc'],
      ],
      limit: WALLS_MAX,
    }),
  );
}

/**
 * Units of several compounds in one read, in no order; undefined where they are more than one read holds. Index
 * compound_building.
 */
export async function wallsOfCompounds(
  reader: Reader,
  compoundIds: readonly string[],
): Promise<WallDocument[] | undefined> {
  const walls = await reader.search<WallDocument>(NAME, {
    where: { compoundId: { in: compoundIds } },
    limit: WALLS_MAX,
  });
  return walls.length < WALLS_MAX ? walls : undefined;
}

/** Every unit that a volunteer has; throws where one read does not hold them. Index assignee_building. */
export function wallsOfAssignee(reader: Reader, assigneeId: string): Promise<WallDocument[]> {
  return whole(
    WALLS_MAX,
    reader.search<WallDocument>(NAME, {
      where: { assigneeId },
      order: [
        ['buildingId', 'asc'],
        ['order', 'asc'],
      ],
      limit: WALLS_MAX,
    }),
  );
}

/** Every unit of one grid; throws where one read does not hold them. Index grid_building. */
export function wallsOfGrid(reader: Reader, gridId: string): Promise<WallDocument[]> {
  return whole(
    WALLS_MAX,
    reader.search<WallDocument>(NAME, {
      where: { gridId },
      order: [
        ['buildingId', 'asc'],
        ['order', 'asc'],
      ],
      limit: WALLS_MAX,
    }),
  );
}

/** Twenty units of a worker's ground, building by building: of grids, or of the volunteer who has them. */
export function unitsPage(
  reader: Reader,
  ground: { readonly field: string; readonly values: readonly string[] },
  cursor: string | undefined,
): Promise<Page<WallDocument>> {
  return readPage<WallDocument>(reader, NAME, {
    where: { [ground.field]: { in: ground.values } },
    sort: 'buildingId',
    direction: 'asc',
    cursor,
  });
}
