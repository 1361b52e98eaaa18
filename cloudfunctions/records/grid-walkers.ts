import { isInForce } from '@domain/identity/seat';
import type { ChangeContext } from '../kernel/context';
import { workersOfGrids } from '../repositories/assignments';

const WALKERS_MAX = 5;

/** Who walks each of the grids today, by user id. */
export async function walkersOfGrids(
  { store, today }: Pick<ChangeContext, 'store' | 'today'>,
  gridIds: readonly string[],
): Promise<Map<string, string[]>> {
  const seats = await workersOfGrids(store, gridIds);
  const walking = seats.filter((seat) => seat.role === 'GW' && isInForce(seat, today));
  const usersOf = (gridId: string): string[] =>
    walking.filter(({ scope }) => scope.gridIds?.includes(gridId) === true).map(({ userId }) => userId);
  return new Map(gridIds.map((gridId) => [gridId, [...new Set(usersOf(gridId))].slice(0, WALKERS_MAX)]));
}
