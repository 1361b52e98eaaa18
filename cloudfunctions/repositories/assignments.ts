import type { Page } from '@domain/kernel/page';
import type { Role } from '@domain/identity/role';
import type { Reader } from '../kernel/store';
import type { AreaFilter } from '../policies/area-scope';
import { digestId } from '../vault/random-id';
import type { AssignmentDocument } from './documents';
import { readPage } from './pages';

const SEATS_MAX = 20;
const VOLUNTEERS_MAX = 200;
const NAME = 'assignments';

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

const AUTHORS_SEATS_MAX = 100;

/** The same of several people. */
export function seatsOfUsers(reader: Reader, userIds: readonly string[]): Promise<AssignmentDocument[]> {
  return reader.search<AssignmentDocument>('assignments', {
    where: { userId: { in: userIds }, state: { in: ['active', 'suspended'] } },
    limit: AUTHORS_SEATS_MAX,
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

const OVER_MAX = 1000;

/** Seats of those who walk whose last day lies in a stretch of days, `to` excluded. Index state_ends. */
export function seatsOver(
  reader: Reader,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<AssignmentDocument[]> {
  return reader.search<AssignmentDocument>(NAME, {
    where: { state: 'active', endsOn: { gte: from, lt: to }, role: { in: ['GW', 'GV'] } },
    limit: OVER_MAX,
  });
}

export function findSeat(reader: Reader, id: string): Promise<AssignmentDocument | undefined> {
  return reader.find<AssignmentDocument>(NAME, id);
}

/** Seats of one role within reach, the one that lasts longest first. Index community_role_ends, street_role_ends. */
export function seatsPage(
  reader: Reader,
  { field, values }: AreaFilter,
  { role, cursor }: { readonly role: Role; readonly cursor: string | undefined },
): Promise<Page<AssignmentDocument>> {
  const within = field === 'streetId' ? 'streetId' : 'communityIds';
  const [only] = values;
  const place = values.length === 1 && only !== undefined ? only : { in: values };
  return readPage<AssignmentDocument>(reader, NAME, {
    where: { [within]: place, role },
    sort: 'endsOn',
    direction: 'desc',
    cursor,
  });
}

const ADMINISTRATORS_MAX = 100;

/** Seats of the street's administrators that have not run out, the one that lasts longest first. Index street_role_ends. */
export function administratorsOf(
  reader: Reader,
  { streetId, today }: { readonly streetId: string; readonly today: string },
): Promise<AssignmentDocument[]> {
  return reader.search<AssignmentDocument>(NAME, {
    where: { streetId, role: 'SA', endsOn: { gte: today } },
    order: [['endsOn', 'desc']],
    limit: ADMINISTRATORS_MAX,
  });
}

/** Volunteer grid workers of a community whose seat has not run out. Index community_role_ends. */
export function volunteersOf(
  reader: Reader,
  communityId: string,
  today: string,
): Promise<AssignmentDocument[]> {
  return reader.search<AssignmentDocument>(NAME, {
    where: { communityIds: communityId, role: 'GV', endsOn: { gte: today } },
    order: [['endsOn', 'desc']],
    limit: VOLUNTEERS_MAX,
  });
}
