/** Boards made from walls: a recount of one compound, and sums of what stands for the scopes above it. */
import { buildingWords } from '@domain/area/door-address';
import { addCounts, countDoors } from '@domain/census/coverage';
import type { BoardDocument, CompoundDocument, WallDocument } from '../repositories/documents';

/** The newest event that a board knows of: the version of everything made from its scope. */
export interface Newest {
  readonly at: number;
  readonly id: string;
}

export interface BoardFacts {
  readonly asOf: number;
  readonly newest: Newest;
}

function slotsOf(walls: readonly WallDocument[]): WallDocument['slots'][string][] {
  return walls.flatMap((wall) => Object.values(wall.slots));
}

type Heads = Pick<BoardDocument, 'people' | 'residents' | 'registered'>;

/** Listed people, and among them each fact counted where it holds. */
function sumHeads(parts: readonly Heads[]): Heads {
  return parts.reduce<Heads>(
    (total, part) => ({
      people: total.people + part.people,
      residents: total.residents + part.residents,
      registered: total.registered + part.registered,
    }),
    { people: 0, residents: 0, registered: 0 },
  );
}

function buildingRows(walls: readonly WallDocument[]): BoardDocument['rows'] {
  const buildings = new Map<string, WallDocument[]>();
  for (const wall of walls) buildings.set(wall.buildingId, [...(buildings.get(wall.buildingId) ?? []), wall]);
  const routeOf = ([wall]: readonly WallDocument[]): string =>
    wall === undefined ? '' : (Object.values(wall.slots)[0]?.routeKey ?? '');
  return [...buildings.values()]
    .sort((left, right) => (routeOf(left) < routeOf(right) ? -1 : 1))
    .map((units) => ({
      id: units[0]?.buildingId ?? '',
      name: (units[0]?.address.zone ?? '') + buildingWords(units[0]?.address.building ?? ''),
      counts: countDoors(slotsOf(units)),
    }));
}

/** A recount: every door of the compound, by building. */
export function compoundBoard(
  compound: CompoundDocument,
  walls: readonly WallDocument[],
  { asOf, newest }: BoardFacts,
): BoardDocument {
  return {
    _id: compound._id,
    kind: 'compound',
    streetId: compound.streetId,
    communityId: compound.communityId,
    name: compound.name,
    order: compound.order,
    counts: countDoors(slotsOf(walls)),
    ...sumHeads(slotsOf(walls)),
    rows: buildingRows(walls),
    asOf,
    newestEventAt: newest.at,
    newestEventId: newest.id,
    wallsVersion: walls.reduce((total, wall) => total + wall.version, 0),
  };
}

/** The board of a scope from the boards of its parts. */
export function sumBoard(
  board: Pick<BoardDocument, '_id' | 'kind' | 'streetId' | 'communityId' | 'name' | 'order'>,
  parts: readonly BoardDocument[],
  asOf: number,
): BoardDocument {
  const newest = parts.reduce<Newest>(
    (last, part) =>
      part.newestEventAt > last.at ? { at: part.newestEventAt, id: part.newestEventId } : last,
    { at: 0, id: '' },
  );
  return {
    ...board,
    counts: addCounts(parts.map((part) => part.counts)),
    ...sumHeads(parts),
    rows: parts.map(({ _id, name, counts }) => ({ id: _id, name, counts })),
    asOf,
    newestEventAt: newest.at,
    newestEventId: newest.id,
    wallsVersion: parts.reduce((total, part) => total + part.wallsVersion, 0),
  };
}
