import type { Reader } from '../kernel/store';
import { digestId } from '../vault/random-id';
import type { AssignmentDocument } from './documents';

const SEATS_MAX = 20;

/** A resident's seat follows from person and household: binding twice is binding once. */
export function residentSeatId(userId: string, householdId: string): string {
  return digestId('resident', userId, householdId);
}

/** Seats of a person that are in force or suspended. Index user_state. */
export function seatsOf(reader: Reader, userId: string): Promise<AssignmentDocument[]> {
  return reader.search<AssignmentDocument>('assignments', {
    where: { userId, state: { in: ['active', 'suspended'] } },
    limit: SEATS_MAX,
  });
}

const WORKERS_MAX = 200;

/** Workers who hold one of these grids, in force or not yet. Index grids_state. */
export async function workersOfGrids(
  reader: Reader,
  gridIds: readonly string[],
): Promise<AssignmentDocument[]> {
  const seats = await reader.search<AssignmentDocument>('assignments', {
    where: { 'scope.gridIds': { in: gridIds }, state: 'active' },
    limit: WORKERS_MAX,
  });
  return seats.sort((left, right) => left.role.localeCompare(right.role) || (left._id < right._id ? -1 : 1));
}
